import Foundation
import TestSupport
import Testing

/// `try` compiles one file against the program, and plays it.
@Suite struct TryTests {
  /// The path that the tests were started with: a toolchain is on it.
  private static let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]

  private static let thief = """
    import Adversaries
    import Coins
    import GameKit
    import Games

    /// Guesses one signature of one operator.
    struct FirstGuess: DomainThief {
      let population = DomainSize()

      func steal(
        from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
      ) throws(Forfeit) -> StolenKey? {
        guard let rogue = try oracle.rogueHSM(), let (coup, _) = try oracle.write(domain.withRogue(rogue)) else { return nil }
        var endorsements = try oracle.authorise(coup, by: domain.operators.prefix(domain.dishonest))
        let guess = KeySecrecyQuery.guessEndorsement(operator: domain.operators[domain.dishonest], trust: coup, candidate: 0)
        if case .endorsement(let number) = try oracle.ask(guess) { endorsements.append(number) }
        return try oracle.moveKeys(of: domain, to: coup, by: endorsements, rogue: rogue)
      }
    }
    """

  private func run(
    _ text: String, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Gamekeeper.Run {
    try run(text, arguments, environment: environment)
  }

  private func run(_ text: String, _ arguments: [String], environment: [String: String]) throws -> Gamekeeper.Run {
    try inScratchFolder { folder in
      let file = folder.appendingPathComponent("Mine.swift")
      try Data(text.utf8).write(to: file)
      return try Gamekeeper.run(["try", file.path] + arguments, environment: environment)
    }
  }

  @Test func aFileIsCompiledAndPlayedOnTheWholeProtocol() throws {
    let run = try run(
      Self.thief, "--game", "key-secrecy", "--", "--set", "signatureBits=1", "--trials", "64", "--format", "json",
      environment: Self.path)
    #expect([0, 1, 2].contains(run.status), "\(run.error)")
    let record = try run.json()
    #expect(record["adversary"]?.text == "first-guess" && record["trials"]?.number == 64)
    #expect(record["replay"]?.text?.contains("/first-guess@try/") == true, "the token says where it comes from")
    let stolen = try #require(record["bits"]?["onlyRight"]?.number)
    #expect((16...48).contains(stolen), "half of the trials: \(stolen)")
  }

  /// A game that is compiled for each suite is played on the calibrated one.
  @Test func aFileIsPlayedOnAGameOfPrimitives() throws {
    let forger = """
      import GamekeeperKit

      struct FirstCandidate: Adversary {
        typealias Query = SignatureQuery<CalibratedSignature>
        typealias Answer = SignatureAnswer<CalibratedSignature>

        func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
          let candidate = CalibratedSignature(signatureBits: 1, keyBits: 64).candidate(0)
          return try oracle.accepts(candidate, of: Message(1), under: try oracle.keygen())
        }
      }
      """
    let options = ["--set", "signatureBits=1", "--trials", "64", "--format", "json"]
    let run = try run(forger, ["--game", "signature-forgery", "--"] + options, environment: Self.path)
    #expect([0, 1, 2].contains(run.status), "\(run.error)")
    #expect((16...48).contains(try #require(try run.json()["bad"]?["count"]?.number)), "half of the trials")
    let token = try #require(try run.json()["replay"]?.text)
    let again = try self.run(forger, ["--game", "signature-forgery", "--replay", token], environment: Self.path)
    #expect(again.status == 0 && again.output.contains("verify("), "\(again)")
    let alone = try Gamekeeper.run("replay", token)
    #expect(alone.status == 64)
    #expect(
      alone.error.hasSuffix("gamekeeper: hint: gamekeeper try FILE --game signature-forgery --replay TOKEN\n"), "\(alone.error)")
  }

  @Test func whatDoesNotCompileIsShownByTheCompiler() throws {
    let run = try run(Self.thief + "\nlet a: Int = true\n", "--game", "key-secrecy", environment: Self.path)
    #expect(run.status == 65 && run.output == "")
    #expect(run.error.contains("Mine.swift:20:14: error: "))
    #expect(run.error.hasSuffix("/Mine.swift` cannot be compiled\n"))
  }

  @Test func aFileWithoutAnAdversaryOrWithTwoIsRefusedBeforeItIsCompiled() throws {
    let none = try run("struct A {}", "--game", "key-secrecy")
    #expect(none.status == 65 && none.error.contains("has no adversary\ngamekeeper: hint: a type that conforms to `Adversary`"))
    let text = "struct A: Adversary {}\nstruct B: KeyThief {}"
    let two = try run(text, "--game", "key-secrecy")
    #expect(two.status == 65 && two.error.contains("has several adversaries\ngamekeeper: hint: --adversary A, or B\n"))
    let third = try run(text, "--game", "key-secrecy", "-a", "C")
    #expect(third.status == 65 && third.error.contains("unknown adversary of"))
  }

  @Test func anUnknownGameIsNamed() throws {
    let run = try run(Self.thief, "--game", "key-secrecyy")
    #expect(run.status == 64)
    #expect(
      run.error == "gamekeeper: error: unknown game or hop `key-secrecyy`\ngamekeeper: hint: did you mean `key-secrecy`?\n")
  }

  @Test func whatCannotBeTriedIsRefusedWithWhatCan() throws {
    let run = try run(Self.thief, "--game", "odh")
    #expect(run.status == 64)
    #expect(
      run.error.hasPrefix(
        "gamekeeper: error: an adversary from outside cannot play hop `odh`\ngamekeeper: hint: it can play: "))
    #expect(run.error.contains("key-secrecy") && !run.error.contains("odh,"))
  }

  @Test func withoutAToolchainItSaysSo() throws {
    let run = try run(Self.thief, "--game", "key-secrecy", environment: ["PATH": "/nowhere"])
    #expect(run.status == 69)
    #expect(run.error.hasPrefix("gamekeeper: error: there is no Swift toolchain: no `swiftc` on the path\n"))
  }

  @Test func awayFromWhatItWasBuiltOfItSaysSo() throws {
    let run = try inScratchFolder { folder in
      try Data(Self.thief.utf8).write(to: folder.appendingPathComponent("Mine.swift"))
      return try Gamekeeper.shell(
        "export PATH='\(Self.path["PATH"] ?? "")'; cp $G gamekeeper && ./gamekeeper try Mine.swift --game key-secrecy", in: folder
      )
    }
    #expect(run.status == 69)
    #expect(run.error.hasPrefix("gamekeeper: error: what this program was built of does not stand beside it, in `"))
    #expect(run.error.hasSuffix("with `make build`, and run it there\n"))
  }
}
