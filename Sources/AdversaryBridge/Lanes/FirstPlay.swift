/// What was said in a lane's first play of a trial, beside which the others are held: those in the other world, in a reduction,
/// or again. As long as the answers are the same, whoever asks the same things of its coins asks the same queries.
struct FirstPlay {
  /// Of a play: the trial, the key of the adversary's coins, and whether a reduction has left it other budgets.
  struct Name: Equatable {
    let trial: UInt64
    let seed: SIMD2<UInt64>
    let hasUsualBudgets: Bool
  }

  private var name: Name?
  private var text: [UInt8] = []
  /// Where each query and each answer ends in the text, in turn.
  private var ends: [Int] = []
  private var bit: Bool?
  /// The number of the part that a later play is held beside; nil while the first one is written down, and after an answer was
  /// another one.
  private var next: Int?
  private var isFirst = false

  /// Whether this trial has been played before, here.
  func isPlay(of name: Name) -> Bool { self.name == name }

  /// How the first play ended; nil if by no guess.
  var guess: Bool? { bit }

  mutating func begin(_ name: Name) {
    isFirst = self.name != name
    next = isFirst ? nil : 0
    guard isFirst else { return }
    (self.name, bit) = (name, nil)
    text.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// The query that stood here the first time; nil if nothing is known of this one, or it is the same.
  mutating func asks(_ query: some Collection<UInt8>) -> [UInt8]? {
    if isFirst { note(query) }
    guard let index = next else { return nil }
    next = index + 1
    guard index < ends.count else {
      next = nil
      return bit == nil ? nil : []
    }
    return part(index).elementsEqual(query) ? nil : Array(part(index))
  }

  mutating func isAnswered(_ answer: some Collection<UInt8>) {
    if isFirst { note(answer) }
    guard let index = next else { return }
    next = index < ends.count && part(index).elementsEqual(answer) ? index + 1 : nil
  }

  /// How it ended the first time, in words; nil if nothing is known of that, or it is the same.
  mutating func guesses(_ bit: Bool) -> String? {
    defer { (isFirst, next) = (false, nil) }
    if isFirst { self.bit = bit }
    guard let next else { return nil }
    if next < ends.count { return "`\(String(decoding: part(next), as: UTF8.self))`" }
    return self.bit == nil || self.bit == bit ? nil : "the guess \(bit ? 0 : 1)"
  }

  private mutating func note(_ part: some Collection<UInt8>) {
    text.append(contentsOf: part)
    ends.append(text.count)
  }

  private func part(_ index: Int) -> ArraySlice<UInt8> { text[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }
}
