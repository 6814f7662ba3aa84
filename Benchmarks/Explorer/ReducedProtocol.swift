internal import Explorer

/// The protocol of `reduced.pml`, guard by guard: the same states, so that the two explorers can be compared. A state is one
/// word.
struct ReducedProtocol: TransitionSystem {
  static let versions = 5

  /// The variables of the model in bit fields: current, lists, signed, force, host 0 and 1 of four bits each, then token and
  /// keyed of two bits a version.
  struct State: Hashable {
    var word: UInt64

    init(_ word: UInt64) { self.word = word }

    @inline(__always) func field(_ at: UInt64) -> UInt64 { word >> at & 15 }
    @inline(__always) func setting(_ at: UInt64, _ value: UInt64) -> State { State(word & ~(15 << at) | value << at) }
    @inline(__always) func pair(_ at: UInt64) -> UInt64 { word >> at & 3 }

    // One round of a strong mixer: the word is the whole state.
    func hash(into hasher: inout Hasher) { hasher.combine(word) }
  }

  var initialStates: [State] { [State(1 << 4 | 1 << 12)] }

  @inline(__always)
  func successors(of state: State, _ visit: (Int, State) -> Void) {
    let (current, lists, signed, force) = (state.field(0), state.field(4), state.field(8), state.field(12))
    let isOpen = current < UInt64(Self.versions) - 1
    if isOpen {
      if signed == 0 {
        for choice: UInt64 in [1, 2, 3, 7] where lists != choice { visit(0, state.setting(4, choice)) }
      }
      if signed & 1 == 0, lists & 4 == 0 { visit(1, state.setting(8, signed | 1)) }
      if signed & 2 == 0, lists & 4 == 0 { visit(2, state.setting(8, signed | 2)) }
      if signed & 4 == 0 { visit(3, state.setting(8, signed | 4)) }
    }
    if signed.nonzeroBitCount >= 2 { visit(4, state.setting(12, lists).setting(0, current + 1).setting(8, 0)) }
    for host: UInt64 in 0..<2 {
      let at = 16 + 4 * host
      if state.field(at) < current { visit(5, state.setting(at, state.field(at) + 1)) }
    }
    let (token, keyed) = (24 + 2 * current, 40 + 2 * current)
    for bit: UInt64 in [1, 2] {
      if force & bit != 0, state.pair(token) & bit == 0 { visit(6, State(state.word | bit << token)) }
      if state.pair(token) & bit != 0, state.pair(keyed) & bit == 0 { visit(7, State(state.word | bit << keyed)) }
    }
  }
}
