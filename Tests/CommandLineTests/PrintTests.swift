import Foundation
import ShippedFiles
import TestSupport
import Testing

/// What is made for paper and for others to read.
@Suite struct PrintTests {
  /// Whether groups are closed in their order, and environments by their names.
  private func fault(_ latex: String) -> String? {
    var (depth, open): (Int, [String]) = (0, [])
    for line in latex.split(separator: "\n") {
      var rest = Substring(line)
      while let character = rest.popFirst() {
        if character == "\\" {
          if let match = rest.prefixMatch(of: /(begin|end)\{([a-z*]+)\}/) {
            if match.1 == "begin" {
              open.append(String(match.2))
            } else if open.popLast() != String(match.2) {
              return String(line)
            }
            rest = rest[match.range.upperBound...]
          } else {
            rest = rest.dropFirst()
          }
        } else if character == "{" {
          depth += 1
        } else if character == "}" {
          depth -= 1
        }
        if depth < 0 { return String(line) }
      }
    }
    return depth == 0 && open.isEmpty ? nil : "\(depth) groups and \(open) are open"
  }

  @Test(arguments: ["ind_uf", "key-secrecy", "secrecy-keys", "signature-forgery", "handout", "forging", "end-to-end"])
  func aNameIsPrintedAsALaTeXDocument(_ name: String) throws {
    let run = try Gamekeeper.run("describe", name, "--format", "latex")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("\\documentclass") && run.output.hasSuffix("\\end{document}\n"))
    #expect(fault(run.output) == nil)
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func aHopHasBothGamesBesideEachOtherAndItsBound() throws {
    let latex = try Gamekeeper.run("describe", "ind_uf", "--format", "latex").output
    #expect(latex.contains("\\fbox{\\tiny L} & {\\slshape") && latex.contains(" & & \\fbox{\\tiny R} & {\\slshape"))
    #expect(latex.contains("\\varepsilon_{\\mathrm{sig}}") || latex.contains("\\varepsilon"))
    #expect(latex.contains("guess & "))
  }

  @Test func theHandoutHasTheLessonsOfAClassWithTheirAnswersApart() throws {
    let latex = try Gamekeeper.run("describe", "handout", "--format", "latex").output
    for title in ["What a game is", "Forging", "Hop by hop"] {
      #expect(latex.contains("\\section*{\(title)}") && latex.contains("{\(title): answers and solutions}"))
    }
    #expect(!latex.contains("\\section*{Hashing and chains}"))
  }

  @Test func whatIsNoDocumentIsRefused() throws {
    let run = try Gamekeeper.run("describe", "files", "--format", "latex")
    #expect(run.status == 64 && run.output == "" && run.error.contains("`files` is no document for LaTeX"))
  }

  // MARK: Reports

  @Test func aReportIsOnePageOfAllRecords() throws {
    try inScratchFolder { folder in
      let run = try Gamekeeper.shell(
        """
        $G play signature-idealization -a replay --twin forgetful --trials 50 -o run.json > /dev/null
        $G attack transplant --without token.wrap-bound-to-trust -o attack.json > /dev/null
        $G report run.json attack.json -o report.html
        """, in: folder)
      #expect(run.status == 0 && run.output == "", "\(run.error)")
      let page = try String(contentsOf: folder.appendingPathComponent("report.html"), encoding: .utf8)
      for words in [
        "What is claimed", "error probability", "gamekeeper replay", "Its trial", "<svg", "token.wrap-bound-to-trust", "left out",
        "breaks keys-secret", "run.json", "records of format 1", "gamekeeper 0.",
      ] { #expect(page.contains(words), "\(words)") }
      #expect(!page.contains("<script") && !page.contains("src=\"http") && !page.contains("href=\"/"))
    }
  }

  @Test func aReportHasCampaignsAndSweeps() throws {
    try inScratchFolder { folder in
      let run = try Gamekeeper.shell(
        """
        printf '%s\\n' 'rows:' '- {hop: ind_uf, adversary: guess, set: {signatureBits: 6}}' \
          '- {game: signature-idealization, adversary: replay, twin: forgetful}' 'trials: 400' 'shard: 200' 'block: 100' > n.yaml
        $G campaign plan n.yaml -o n.json; $G campaign run n.json -o campaign.json > /dev/null; echo $?
        $G hop ind_cr --set hashBits=6...8 --trials 500 -o sweep.json > /dev/null
        $G report campaign.json sweep.json -o report.html; echo $?; $G compare campaign.json campaign.json | tail -n 1
        """, in: folder)
      #expect(run.output == "1\n0\nmet: no row is worse (2 same)\n", "\(run)")
      let page = try String(contentsOf: folder.appendingPathComponent("report.html"), encoding: .utf8)
      for words in [
        "Campaign ", "2 of 2 are judged", "first in 4 blocks", "What is claimed",
        "Its trial", "ind_cr, birthday: hashBits", "<svg", "seed 1",
      ] { #expect(page.contains(words), "\(words)") }
    }
  }

  @Test(arguments: [
    ("{", "it is no record: it is not JSON"), ("[1]", "it is no record"), ("{\"a\":1}", "it is no record of `play`"),
    ("{\"format\":2,\"game\":\"aead\",\"verdict\":\"x\"}", "a record of format 2, and this program reads format 1"),
    ("{\"format\":1,\"game\":\"aead\",\"verdict\":\"withinBound\"}", "it is no whole record: `"), ("", "it is no record"),
  ])
  func whatIsNoRecordIsOneClearError(_ text: String, _ words: String) throws {
    try inScratchFolder { folder in
      try text.write(to: folder.appendingPathComponent("bad.json"), atomically: true, encoding: .utf8)
      let run = try Gamekeeper.shell("$G report bad.json -o report.html", in: folder)
      #expect(run.status == 65 && run.error.hasPrefix("gamekeeper: error: "), "\(run.error)")
      #expect(run.error.contains("bad.json") && run.error.contains(words), "\(run.error)")
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("report.html").path))
    }
  }

  @Test func aReportOfNothingIsRefused() throws {
    #expect(try Gamekeeper.run("report").status == 64)
    let run = try Gamekeeper.run("report", "none.json")
    #expect(run.status == 65 && run.error.contains("none.json"))
  }
}
