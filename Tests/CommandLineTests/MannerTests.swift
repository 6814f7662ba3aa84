import Foundation
import TestSupport
import Testing

/// `adversary check`: small clients, each with one bad manner, are convicted of it; the shipped ones of nothing.
@Suite struct MannerTests {
  /// Has a key made, and guesses 0; `HOW` says in which way it does so badly.
  private static let client = """
    import json, os, subprocess, sys, time
    how, out, played, birth = sys.argv[1], sys.stdout, 0, time.time_ns()
    def say(items): out.write((items if isinstance(items, str) else json.dumps(items)) + "\\n"); out.flush()
    if how == "keeps-pipe": subprocess.Popen(["sleep", "20"])
    if how == "flood": sys.stderr.write(("x" * 99 + "\\n") * 4000)
    def lines():
        for line in iter(sys.stdin.readline, ""):
            if how == "no-blanks" and not line.strip(): sys.exit(3)
            if line.strip(): yield json.loads(line)
        if how == "goes-on": time.sleep(30)
    for told in lines():
        if "hello" in told:
            hello = told["hello"]
            if how == "fields" and any(name.startswith("grease") for name in hello): sys.exit(4)
            if how == "versions" and hello["protocol"] != [1, 1]: sys.exit(5)
            if how == "mute": time.sleep(30)
            if how == "version-9": say({"ready": {"protocol": 9, "name": how, "lanes": 1}})
            lanes = 1 if how in ("double-guess", "late") else 64
            say({"ready": {"protocol": 1, "name": how, "lanes": min(lanes, hello["lanes"])}})
            width = hello["lanes"]
            continue
        items, text = [], f"{1:032x}"
        for lane, verb, *rest in told:
            key = rest[0]["key"]["key"] if verb == "ok" and "key" in rest[0] else None
            if verb == "start":
                played += 1
                items.append([lane, "ask", {"keygen": {}}])
                if how == "garbage": say("let me think")
                if how == "mid-line": out.write('[[0,"as'); out.flush(); sys.exit(0)
                if how == "huge": say("[" + " " * (2 << 20) + "]")
                if how == "slow": time.sleep(4)
                if how == "ends": sys.exit(6)
            elif key:
                seen = {"state": played, "clock": birth + time.time_ns(), "lanes": width}.get(how, 0)
                items.append([lane, "ask", {"sign": {"key": key, "message": f"{seen:032x}"}}])
            elif verb == "ok" and how == "over-budget":
                items.append([lane, "ask", {"sign": {"key": "0" * 16, "message": text}}])
            elif verb == "ok":
                items += [[lane, "guess", 0]] * (2 if how == "double-guess" else 1)
            elif verb == "refused" and how == "refused-mute": time.sleep(30)
            elif verb == "refused": items.append([lane, "resign", "refused"])
            elif verb == "spent" and how == "spent-mute": time.sleep(30)
            elif verb == "spent" and how == "spent-on": items.append([lane, "guess", 0])
            elif verb == "over" and how == "over-ends": sys.exit(7)
        if items: say(items)
    """

  /// What is not as it should be, by name.
  private func convicted(_ how: String) throws -> (manners: [String], reasons: String, run: Gamekeeper.Run) {
    try inScratchFolder { folder in
      let file = folder.appending(path: "client.py").path
      try Self.client.write(toFile: file, atomically: true, encoding: .utf8)
      let run = try Gamekeeper.run(
        "adversary", "check", "python3 \(file) \(how)", "--within", "2s", "--format", "json", "--trials", "16")
      let findings = try run.json()["findings"]?.items ?? []
      let bad = findings.filter { $0["outcome"]?.text == "not-met" }
      return (
        bad.compactMap { $0["manner"]?.text }, bad.compactMap { $0["reason"]?.text }.joined(separator: "; "), run
      )
    }
  }

  @Test func aClientWithoutBadMannersIsConvictedOfNothing() throws {
    let (manners, _, run) = try convicted("well")
    #expect(manners == [] && run.status == 0, "\(run)")
    #expect(try run.json()["findings"]?.items?.allSatisfy { $0["outcome"]?.text == "met" } == true, "\(run.output)")
  }

  @Test(arguments: [
    ("garbage", "play", "was it meant for standard error? the line: `let me think`"),
    ("mid-line", "play", "ended with status 0, in the middle of a line"),
    ("huge", "play", "wrote a line of more than 1024 KiB"), ("slow", "play", "wrote no line within 2 s"),
    ("ends", "play", "ended with status 6"), ("version-9", "play", "speaks protocol 9, and this program speaks 1"),
    ("double-guess", "play", "before it is told the answer to what was said last"),
    ("over-budget", "play", "the budget `q_sig` is used up"), ("state", "coins", "line 3 of what was said, first"),
    ("clock", "coins", "line 3 of what was said, first"), ("lanes", "lanes", "line 3 of what was said, first"),
    ("fields", "unknown-fields", "ended with status 4"), ("versions", "unknown-fields", "ended with status 5"),
    ("no-blanks", "blank-lines", "ended with status 3"), ("refused-mute", "refused", "wrote no line within 2 s"),
    ("spent-mute", "spent", "wrote no line within 2 s"), ("spent-on", "spent", "a trial of the same coins begins with"),
    ("over-ends", "over", "ended with status 7"), ("goes-on", "end-of-input", "after the end of its input it wrote no line"),
    ("keeps-pipe", "pipe", "something that it started keeps its output open"),
    ("flood", "standard-error", "it writes more than is shown"),
  ]) func eachBadMannerIsFound(_ how: String, _ manner: String, _ reason: String) throws {
    let (manners, reasons, run) = try convicted(how)
    #expect(run.status == 1 && manners.contains(manner), "\(manners)\n\(run)")
    #expect(reasons.contains(reason), "\(reasons)")
    // What it has to do with each other may be found, too: whoever keeps state says something else with other lanes.
    #expect(
      Set(manners).isSubset(of: manner == "coins" ? ["coins", "lanes", "unknown-fields", "blank-lines"] : [manner]), "\(manners)")
  }

  @Test(arguments: [
    ("guess", "signature-forgery"), ("replay", "signature-forgery"), ("maul", "signature-forgery"),
    ("birthday", "hash-idealization"), ("search_key", "aead"),
  ]) func theShippedClientsAreConvictedOfNothing(_ attack: String, _ game: String) throws {
    for (language, command) in [("python", "python3"), ("javascript", "node")] {
      let file = PackageRoot.url.appending(path: "Adversaries/External/\(language)/\(attack).\(command == "node" ? "js" : "py")")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      let run = try Gamekeeper.run("adversary", "check", "\(command) \(file.path)", "--game", game)
      #expect(
        run.status == 0 && run.output.hasSuffix("met: 11 of 11 manners, of `\(command) \(file.path)` in \(game)\n"), "\(run)")
    }
  }

  @Test func aClientInCIsConvictedOfNothing() throws {
    let run = try inScratchFolder { folder in
      try Gamekeeper.shell(
        "cc -O2 -o guess '\(PackageRoot.url.path)/Adversaries/External/c/guess.c' && $G adversary check ./guess", in: folder)
    }
    #expect(run.status == 0 && run.output.hasSuffix("met: 11 of 11 manners, of `./guess` in signature-forgery\n"), "\(run)")
  }

  @Test(arguments: [
    (["x y", "--game", "signature"], 64, "unknown game or hop `signature`"),
    (["python4 x.py"], 69, "there is no program `python4`"),
    (["python3 x.py", "--trials", "0"], 64, "`--trials 0` is out of range"),
    (["python3 x.py", "--within", "soon"], 64, "`--within soon` is not a time"),
    (["python3 x.py", "--set", "tries"], 64, "`--set tries` cannot be read"),
  ]) func whatIsAskedWronglyIsRefused(_ arguments: [String], _ status: Int32, _ expected: String) throws {
    let run = try Gamekeeper.run(["adversary", "check"] + arguments)
    #expect(run.status == status && run.output == "" && run.error.contains(expected), "\(run)")
  }
}
