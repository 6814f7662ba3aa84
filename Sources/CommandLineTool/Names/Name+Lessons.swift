internal import Records
internal import Reports
internal import Teaching

extension Name {
  /// A lesson; what is listed says how long it takes in class.
  static func lesson(_ lesson: Lesson) -> Name {
    Name(.lessons, lesson.name, lesson.title + (lesson.minutes.map { ", \($0) minutes of class" } ?? "")) { Description(lesson) }
  }
}

extension Name {
  static func finding(_ finding: Finding) -> Name {
    Name(.findings, finding.name, finding.title) { Description(finding) }
  }
}

extension Description {
  init(_ finding: Finding) {
    struct Record: Encodable {
      let kind = "finding"
      let name, title, text: String
    }
    self.init(
      text: "finding \(finding.name)\n\n\(finding.text)", markdown: finding.text,
      record: Record(name: finding.name, title: finding.title, text: finding.text))
  }

  /// In Markdown and as data the text as it was written, with its answers.
  init(_ lesson: Lesson) {
    struct Record: Encodable {
      let kind = "lesson"
      let name, title, path: String
      let minutes: Int?
      let text: String
    }
    let written = lesson.written
    self.init(
      text: lesson.handout.text, markdown: written,
      record: Record(name: lesson.name, title: lesson.title, path: lesson.path, minutes: lesson.minutes, text: written),
      latex: lesson.handout.latex)
  }

  /// Lessons one after the other.
  init(_ lessons: [Lesson]) {
    self.init(
      text: "The handout of a class.\n\n" + lessons.map { "# \($0.title)\n\n\($0.handout.text)" }.joined(separator: "\n"),
      markdown: lessons.map(\.written).joined(separator: "\n"), record: lessons.map(\.name),
      latex: Handout.latex(lessons.map(\.handout)))
  }

  init(_ listing: ListingRecord) {
    self.init(text: listing.text, markdown: listing.markdown, record: listing, latex: listing.latex)
  }
}
