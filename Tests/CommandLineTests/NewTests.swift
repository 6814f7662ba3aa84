import Foundation
import TestSupport
import Testing

/// `new` writes a folder at once, or nothing. That what it writes builds, plays and fails one test, `Examples/templates` sees.
@Suite struct NewTests {
  private func shell(_ script: String) throws -> Gamekeeper.Run {
    try inScratchFolder { try Gamekeeper.shell(script, in: $0) }
  }

  @Test(arguments: [
    ("hop", "+Additions.swift +Attacker.swift .swift"), ("game", "+Additions.swift +Attacker.swift .swift"),
    ("adversary", "+Additions.swift .swift"), ("rule", ".swift"),
  ])
  func aPackageHasItsNameInEveryFile(_ kind: String, _ sources: String) throws {
    let run = try shell(
      """
      $G new \(kind) lost-vault > told && cd LostVault && echo $(ls -A) \
      && echo $(cd Sources/LostVault && ls | sed s/LostVault//) && ls Sources/lab Tests/LostVaultTests \
      && ! grep -rE 'TYPE|NAME|LIBRARY|PACKAGE' . && grep -c '\\.package(name: "gamekeeper"' Package.swift
      """)
    let own = kind == "rule" ? ".gitignore Package.swift Sources Tests lost-vault.yaml" : ".gitignore Package.swift Sources Tests"
    #expect(run.status == 0 && run.error == "")
    #expect(
      run.output.hasPrefix("\(own)\n\(sources)\nSources/lab:\nMain.swift\n\nTests/LostVaultTests:\nLostVaultTests.swift\n1\n"),
      "\(run.output)")
  }

  @Test func aScenarioIsPlayedAtOnceAndOneExpectationIsNotMet() throws {
    let run = try shell(
      """
      $G new scenario LostVault > told && $G attack lost-vault/lost-vault.yaml > story; echo $?; $G check lost-vault > check; \
      echo $?; grep -c 'not met' check; tail -2 told
      """)
    #expect(run.output.hasPrefix("0\n1\n"), "\(run)")
    #expect(run.output.hasSuffix("    gamekeeper attack lost-vault/lost-vault.yaml\n    gamekeeper check lost-vault\n"))
  }

  // MARK: Refusals

  @Test func aFolderThatExistsIsLeftAsItIs() throws {
    let run = try shell("mkdir Cellar && touch Cellar/mine && $G new hop Cellar; echo $?; ls -A . Cellar")
    #expect(run.output == "74\n.:\nCellar\n\nCellar:\nmine\n")
    #expect(
      run.error
        == "gamekeeper: error: `Cellar` exists already\ngamekeeper: hint: choose another name, or another folder to be in\n")
  }

  @Test(arguments: ["1st", "a_b", "a/b", "..", "", "ä", "a--b", "-"])
  func whatIsNoNameIsRefused(_ name: String) throws {
    let run = try shell("$G new hop -- '\(name)'; echo $?; ls -A")
    #expect(run.output == "64\n")
    #expect(run.error.hasPrefix("gamekeeper: error: `\(name)` is "))
    #expect(run.error.split(separator: "\n").count == 2, "an error and a hint")
  }

  /// The package would not compile, or its program not start.
  @Test(arguments: [
    ("hop", "Odh", "hop `odh` is there already"), ("adversary", "tree-search", "adversary `tree-search` is there already"),
    ("rule", "SignaturesVerify", "rule `successor.signatures-verify` is there already"),
    ("hop", "Wire", "there is a module or a package of that name"),
    ("game", "gamekeeper", "there is a module or a package of that name"),
    ("adversary", "DomainThief", "its own files use a type of that name"),
    ("hop", "Vault", "its own files use a type of that name"), ("hop", "self", "Swift has a word or a type of that name"),
    ("game", "Optional", "Swift has a word or a type of that name"), ("rule", "array", "Swift has a word or a type of that name"),
    ("hop", "Result", "Swift has a word or a type of that name"),
    ("adversary", "String", "Swift has a word or a type of that name"),
    ("game", "class", "Swift has a word or a type of that name"), ("hop", "DomainThief", "the library has a type of that name"),
    ("rule", "SignatureForgery", "the library has a type of that name"),
    // Of a product, of what a product exports, of a family of adversaries; and no template uses them.
    ("game", "MatrixRecord", "the library has a type of that name"),
    ("hop", "WireMessage", "the library has a type of that name"), ("hop", "TokenStore", "the library has a type of that name"),
  ]) func whatIsTakenIsRefused(_ kind: String, _ name: String, _ reason: String) throws {
    let run = try shell("$G new \(kind) \(name); echo $?; ls -A")
    let type = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    #expect(run.output == "64\n")
    #expect(
      run.error == "gamekeeper: error: `\(type)` is taken: \(reason)\ngamekeeper: hint: for example My\(type)\n")
  }

  @Test(arguments: [
    ("rule", "Odh"), ("hop", "TreeSearches"), ("adversary", "SignaturesVerify"), ("hop", "Wires"), ("hop", "Optionals"),
    ("game", "ClassOfOne"), ("game", "Vault"), ("scenario", "self"), ("scenario", "odh"),
  ]) func whatIsTakenElsewhereIsFree(_ kind: String, _ name: String) throws {
    #expect(try shell("$G new \(kind) \(name) > told && ls -A | wc -l").output == "2\n")
  }

  /// What stands for a name in the templates is no part of one.
  @Test func aNameWithAPlaceholderInItIsWrittenAsItIs() throws {
    let run = try shell("$G new game MyNAME > told && grep -c 'struct MyNAME: ' MyNAME/Sources/MyNAME/MyNAME.swift")
    #expect(run.output == "1\n")
  }

  @Test(arguments: ["vault", "Vault", "lost-vault", "LostVault", "a1"]) func whatIsANameIsTaken(_ name: String) throws {
    #expect(try shell("$G new game \(name) > told && ls -A | wc -l").output == "2\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel"))) func aPlaceThatIsReadOnlyIsNamed() throws {
    let run = try Gamekeeper.shell("$G new hop Cellar; echo $?", in: URL(fileURLWithPath: "/sys/kernel"))
    #expect(run.output == "74\n")
    #expect(run.error.hasPrefix("gamekeeper: error: the folder `Cellar` cannot be written: "))
  }

  /// The system refuses the first byte of a file.
  @Test func aFolderThatCannotBeFinishedIsNotThere() throws {
    let run = try shell("(trap '' XFSZ; ulimit -f 0; $G new hop Cellar; echo $?) 2>&1 | cat; ls -A")
    #expect(run.output.hasPrefix("gamekeeper: error: the folder `Cellar` cannot be written: "))
    #expect(run.output.hasSuffix("\n74\n"), "nothing is left: \(run.output)")
  }

  @Test func aProgramAwayFromItsPackageHasToBeToldWhereThatIs() throws {
    let lost = try shell("cp $G gamekeeper && ./gamekeeper new hop Cellar; echo $?; rm gamekeeper; ls -A")
    #expect(lost.output == "64\n")
    #expect(
      lost.error == """
        gamekeeper: error: this program does not stand in the package that it was built in
        gamekeeper: hint: say where the package is: --library FOLDER, or an address

        """)
    let wrong = try shell("$G new hop Cellar --library .; echo $?; ls -A")
    #expect(wrong.output == "64\n" && wrong.error.hasPrefix("gamekeeper: error: `--library .` is not the gamekeeper package\n"))
    let address = try shell(
      "$G new hop Cellar --library https://a.example/b/gamekeeper.git > told && grep -h .package Cellar/Package.swift")
    let version = try #require(try Gamekeeper.run("--version").output.split(separator: " ").dropFirst().first)
    #expect(address.output.contains(#".package(url: "https://a.example/b/gamekeeper.git", from: "\#(version)")"#))
  }
}
