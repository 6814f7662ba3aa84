import Foundation
import TestSupport
import Testing

/// Runs with `{}` in `arguments` as the path of a file with `text`.
func runOnFile(_ text: String, _ arguments: String...) throws -> (run: Gamekeeper.Run, path: String) {
  try runOnFile(text, arguments)
}

func runOnFile(_ text: String, _ arguments: [String]) throws -> (run: Gamekeeper.Run, path: String) {
  try inScratchFolder { folder in
    let file = folder.appendingPathComponent("file.yaml")
    try Data(text.utf8).write(to: file)
    return (try Gamekeeper.run(arguments.map { $0 == "{}" ? file.path : $0 }), file.path)
  }
}

/// One error that names the place, and no result.
func expectError(
  _ run: Gamekeeper.Run, _ status: Int32, _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(run.status == status, sourceLocation: sourceLocation)
  #expect(run.output == "", "standard output carries results only", sourceLocation: sourceLocation)
  let line = run.error.split(separator: "\n").first ?? ""
  #expect(line.hasPrefix("gamekeeper: error: "), sourceLocation: sourceLocation)
  for part in parts { #expect(run.error.contains(part), "\(run.error)", sourceLocation: sourceLocation) }
}
