import Foundation
import TestSupport
import Testing

@Suite struct CRulesTests {
  @Test func everyFileInCKeepsTheRules() throws {
    let folder = PackageRoot.url.appending(path: "Sources/CConfine")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".c") || $0.hasSuffix(".h") }
    #expect(files.contains("confine.c") && files.contains("include/CConfine.h"), "the files were found")
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let faults = CRules.faults(path: file, text: text)
      // What a header declares is no call.
      #expect((file.hasSuffix(".h") ? faults.filter { !$0.contains("ignores") } : faults) == [])
    }
  }

  @Test(arguments: [
    ("  close(file);", "a.c ignores what close answers"), ("  if (x) prctl(1, 2);", "a.c ignores what prctl answers"),
    ("  { setsid(); }\n  a(b);", "a.c ignores what a answers"), (String(repeating: "x", count: 131), "a.c:1 is too long"),
    (String(repeating: "\n", count: 250), "a.c has more than 250 lines"),
  ]) func aPlantedFaultIsFound(_ text: String, _ fault: String) {
    #expect(CRules.faults(path: "a.c", text: text) == [fault])
  }

  @Test(arguments: [
    "  if (close(file) != 0) return -1;", "  return close(file);", "  const int answer = close(file);", "  fail(failures, STEP);",
    "  if (setsid() < 0) fail(failures, SESSION);", "  _exit(write(file, &x, 1) == 1 ? 0 : 1);", "// close(file) is called",
  ]) func whatIsAllowedIsNotAccused(_ text: String) {
    #expect(CRules.faults(path: "a.c", text: text) == [])
  }
}
