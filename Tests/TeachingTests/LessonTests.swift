import Foundation
import ShippedFiles
import Teaching
import TestSupport
import Testing

/// What every lesson of the tree keeps; that its runs print what they show is CommandLineTests' part.
@Suite struct LessonTests {
  @Test func thereAreNineAndEachIsWellFormed() {
    #expect(Lesson.all.count == 9 && Set(Lesson.all.map(\.name)).count == 9)
    for lesson in Lesson.all {
      #expect(lesson.faults == [])
      let lines = lesson.written.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect((60...160).contains(lines), "\(lesson.path) has \(lines) lines")
      #expect(lesson.predictions.count >= 2 && lesson.exercises.count >= 2 && lesson.runs.count >= 3, "\(lesson.path)")
    }
    #expect([0, 1, 5].map { Lesson.all[$0].minutes } == [90, 90, 90])
  }

  /// The lessons in `texts` that the order leaves out.
  private func leftOut(_ texts: [String: String], order: [String]) -> [String] {
    texts.keys.filter { path in
      path.hasSuffix("/lesson.md") || path.hasPrefix("\(Lesson.folder)/") && !path.hasSuffix("/README.md")
    }.filter { !order.contains($0) }.sorted()
  }

  @Test func noLessonIsLeftOutOfTheOrder() {
    let order = Lesson.order(of: ShippedFiles.texts["\(Lesson.folder)/README.md"] ?? "")
    #expect(order.filter { ShippedFiles.texts[$0] == nil } == [], "what the order names is there")
    #expect(leftOut(ShippedFiles.texts, order: order) == [])
    #expect(
      leftOut(["Games/X/lesson.md": "", "docs/lessons/y.md": ""], order: order) == ["Games/X/lesson.md", "docs/lessons/y.md"])
  }

  /// What a Markdown text at `path` links to and is not there.
  private func broken(_ text: String, path: String) -> [String] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return text.matches(of: /\]\(([^)#]+)(#[^)]*)?\)/).map { String($0.1) }.filter { !$0.contains("://") }.filter { link in
      let there = PackageRoot.url.appending(path: Lesson.resolve(link, in: folder)).path
      return !FileManager.default.fileExists(atPath: there)
    }
  }

  @Test func everyLinkLeadsSomewhere() {
    for path in Lesson.all.map(\.path) + ["\(Lesson.folder)/README.md"] {
      #expect(broken(ShippedFiles.texts[path] ?? "", path: path) == [], "\(path)")
    }
    #expect(broken("[a](README.md) [b](nowhere.md)", path: "docs/lessons/x.md") == ["nowhere.md"])
  }

  /// Whoever is asked sees the answer come: a run stands between a question and the next one.
  @Test func everyPredictionIsFollowedByARun() {
    for lesson in Lesson.all {
      var open: String?
      for part in lesson.parts {
        switch part {
        case .prediction(let asked):
          #expect(open == nil, "\(lesson.path): no run answers `\(open ?? "")`")
          open = asked.question
        case .run: open = nil
        case .text, .exercise: break
        }
      }
      #expect(open == nil, "\(lesson.path): no run answers `\(open ?? "")`")
    }
  }

  /// The numbers with a point that the words of a lesson name, and that no run of it has printed before.
  private func unshown(_ lesson: Lesson) -> [String] {
    var (shown, unshown): (Set<String>, [String]) = ([], [])
    func numbers(_ text: String) -> [String] { text.matches(of: /\d+\.\d+/).map { String($0.output) } }
    var words = ""
    for part in lesson.parts {
      switch part {
      case .text(let text): words = text
      case .prediction(let asked): words = asked.why
      case .run(let run):
        shown.formUnion(run.output.flatMap(numbers))
        // The reason of a prediction may name what the run after it prints.
        unshown.removeAll(where: shown.contains)
        continue
      case .exercise: continue
      }
      let quoted = words.split(separator: "`", omittingEmptySubsequences: false)
      let plain = quoted.indices.filter { $0.isMultiple(of: 2) }.map { quoted[$0] }.joined(separator: " ")
      unshown += numbers(plain.replacing(/section \d+\.\d+/, with: "")).filter { !shown.contains($0) }
    }
    return unshown
  }

  @Test func everyNumberInTheWordsWasPrinted() {
    for lesson in Lesson.all { #expect(unshown(lesson) == [], "\(lesson.path)") }
    let planted = Lesson("# t\n\n```gamekeeper x\nbound 0.25\n```\nIt is 0.25, or `1.5`, and 0.26.\n", path: "a.md")
    #expect(unshown(planted) == ["0.26"])
  }
}
