@_spi(Harness) import Coins
import Testing

@Suite struct EnumeratingTapeTests {
  private let source = CoinSource(seed: 1)

  private func paths(_ tape: EnumeratingTape, _ program: (Coins) -> Void) -> [UInt128] {
    var siblings: [UInt128] = []
    repeat {
      program(source.coins(trial: 0, role: .challenger, tape: tape))
      siblings.append(tape.siblings)
    } while tape.advance()
    return siblings
  }

  @Test func everyPathIsTakenOnceAndTheWeightsSumToOne() {
    let tape = EnumeratingTape()
    var seen: [[UInt64]] = []
    let siblings = paths(tape) { coins in
      let first = coins.uniform(below: 3, for: Label("first"))
      // Only one branch draws again: a draw that is not made costs nothing.
      seen.append(first == 1 ? [first, coins.bits(2, for: Label("second"))] : [first])
    }
    #expect(seen == [[0], [1, 0], [1, 1], [1, 2], [1, 3], [2]])
    #expect(siblings == [3, 12, 12, 12, 12, 3])
    #expect(tape.problem == nil)
  }

  @Test func oneNameHasOneValueInAPass() {
    let tape = EnumeratingTape()
    let passes = paths(tape) { #expect($0.bits(2, for: Label("x")) == $0.bits(2, for: Label("x"))) }
    #expect(passes.count == 4)
  }

  @Test func rolesDrawApart() {
    let tape = EnumeratingTape()
    let siblings = paths(tape) {
      _ = $0.bits(1, for: Label("x")) + source.coins(trial: 0, role: .adversary, tape: tape).bits(1, for: Label("x"))
    }
    #expect(siblings == [4, 4, 4, 4])
  }

  @Test func aDrawThatIsTooWideIsNamed() {
    let tape = EnumeratingTape(widest: 256)
    _ = source.coins(trial: 0, role: .challenger, tape: tape).bytes(1, for: Label("narrow"))
    #expect(tape.problem == nil)
    _ = source.coins(trial: 0, role: .challenger, tape: tape).bits(9, for: Label("wide"))
    guard case .tooWide(let draw)? = tape.problem else { return #expect(Bool(false), "\(String(describing: tape.problem))") }
    #expect(draw.label == Label("wide"))
  }

  @Test func oneNameWithTwoRangesIsNoExperiment() {
    let tape = EnumeratingTape()
    let coins = source.coins(trial: 0, role: .challenger, tape: tape)
    _ = coins.bits(2, for: Label("x"))
    _ = coins.bits(3, for: Label("x"))
    guard case .inconsistent? = tape.problem else { return #expect(Bool(false)) }
  }
}
