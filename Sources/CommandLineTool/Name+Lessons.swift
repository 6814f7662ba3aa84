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
      text: lesson.text, markdown: written,
      record: Record(name: lesson.name, title: lesson.title, path: lesson.path, minutes: lesson.minutes, text: written),
      latex: lesson.latex)
  }

  /// Lessons one after the other.
  init(_ lessons: [Lesson]) {
    self.init(
      text: "The handout of a class.\n\n" + lessons.map { "# \($0.title)\n\n\($0.text)" }.joined(separator: "\n"),
      markdown: lessons.map(\.written).joined(separator: "\n"), record: lessons.map(\.name), latex: Lesson.handout(lessons))
  }

  init(_ listing: Listing, of name: String) {
    struct Record: Encodable {
      struct Line: Encodable {
        let text: String
        let only: String?
      }
      struct Section: Encodable {
        let role, queries, type: String
        let lines: [String]
      }
      let kind = "listing"
      let name: String
      let sections: [Section]
      /// Both worlds as one text.
      let lines: [Line]
    }
    let record = Record(
      name: name,
      sections: listing.sections.map { .init(role: $0.role.rawValue, queries: $0.queries, type: $0.type, lines: $0.lines) },
      lines: listing.lines.map { .init(text: $0.text, only: $0.only?.rawValue) })
    let text = "\(name), pseudocode; queries: \(listing.queries.joined(separator: ", "))\n\n\(listing.text)"
    self.init(
      text: text, markdown: "```text\n\(text)```\n", record: record,
      latex: LaTeX.document(title: "\(name), pseudocode", isWide: true, listing.latex))
  }
}
