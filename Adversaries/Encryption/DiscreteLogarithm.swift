public import Primitives

/// A search for discrete logarithms in the calibrated group, with a budget of work.
public struct DiscreteLogarithm: Sendable {
  public enum Method: String, Sendable, CaseIterable {
    /// Tries exponents 1, 2, 3, …: finds the first `work` of them, so it succeeds with probability exactly work/(q − 1).
    case guessing
    /// Shanks: m = ⌈work/2⌉ baby steps and as many giant steps find the exponents below m², so the probability is (m² − 1)/(q − 1).
    case babyStepGiantStep
    /// Pollard's rho with three kinds of step and Floyd's detection of the cycle; some √q steps find it, with no memory.
    case rho
    /// A walk of elements g^a·h^b that are all remembered: any two equal ones give y, so it succeeds with probability 1 − ∏(1 − i/q) for
    /// i < work, about: all that Shoup's bound (1997) allows a generic algorithm.
    case collision
  }

  public let group: CalibratedGroup
  public let method: Method
  /// Group operations, about.
  public let work: Int
  /// gʲ ↦ j for the baby steps; they serve all searches.
  private let babySteps: [CalibratedGroup.Element: UInt64]

  public init(group: CalibratedGroup, method: Method, work: Int) {
    (self.group, self.method, self.work) = (group, method, work)
    var steps: [CalibratedGroup.Element: UInt64] = [:]
    if method == .babyStepGiantStep {
      var element = CalibratedGroup.Element(1)
      for j in 0..<UInt64((work + 1) / 2) {
        if steps[element] == nil { steps[element] = j }
        element = group.product(element, group.generator)
      }
    }
    babySteps = steps
  }

  /// y with gʸ = `element`, nil if the budget did not find it.
  public func find(_ element: CalibratedGroup.Element) -> UInt64? {
    switch method {
    case .guessing: guess(element)
    case .babyStepGiantStep: stepGiantly(element)
    case .rho: walk(element)
    case .collision: collide(element)
    }
  }

  private func guess(_ element: CalibratedGroup.Element) -> UInt64? {
    var power = group.generator
    for exponent in 1..<UInt64(work + 1) {
      if power == element { return exponent }
      power = group.product(power, group.generator)
    }
    return nil
  }

  private func stepGiantly(_ element: CalibratedGroup.Element) -> UInt64? {
    let size = UInt64((work + 1) / 2)
    // g^(−size), as g has order q.
    let giant = group.power(group.generator, group.q - size % group.q)
    var rest = element
    for i in 0..<size {
      if let j = babySteps[rest] { return (i * size + j) % group.q }
      rest = group.product(rest, giant)
    }
    return nil
  }

  private func collide(_ target: CalibratedGroup.Element) -> UInt64? {
    let q = group.q
    // Thirty-two fixed steps g^a·h^b, chosen by the element: what is visited looks random.
    let steps = (0..<32 as Range<UInt64>).map { index in
      let (a, b) = (1 + (index &* 0x9e37_79b9_7f4a_7c15) % (q - 1), 1 + (index &* 0xbf58_476d_1ce4_e5b9 &+ 0x94d0_49bb) % (q - 1))
      return Position(element: group.product(group.power(group.generator, a), group.power(target, b)), a: a, b: b)
    }
    var seen: [CalibratedGroup.Element: (a: UInt64, b: UInt64)] = [:]
    var here = Position(element: group.generator, a: 1, b: 0)
    for _ in 0..<work {
      if let other = seen[here.element] { return solve(other.a, other.b, here.a, here.b) }
      seen[here.element] = (here.a, here.b)
      // A multiplicative mix: neighbouring elements take unrelated steps.
      let step = steps[Int((here.element.value &* 0x9e37_79b9_7f4a_7c15) >> 59)]
      here = Position(element: group.product(here.element, step.element), a: (here.a + step.a) % q, b: (here.b + step.b) % q)
    }
    return nil
  }

  /// y from g^a·h^b = g^c·h^d.
  private func solve(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64? {
    let q = group.q
    let difference = (d + q - b) % q
    guard difference != 0 else { return nil }
    return ((a + q - c) % q).times(difference.power(q - 2, modulo: q), modulo: q)
  }

  /// A position of the walk: an element that is g^a · h^b.
  private struct Position {
    var element: CalibratedGroup.Element
    var a: UInt64
    var b: UInt64
  }

  private func walk(_ target: CalibratedGroup.Element) -> UInt64? {
    let q = group.q
    func step(_ x: Position) -> Position {
      switch x.element.value % 3 {
      case 0: Position(element: group.product(x.element, target), a: x.a, b: (x.b + 1) % q)
      case 1: Position(element: group.product(x.element, x.element), a: x.a * 2 % q, b: x.b * 2 % q)
      default: Position(element: group.product(x.element, group.generator), a: (x.a + 1) % q, b: x.b)
      }
    }
    var slow = Position(element: group.generator, a: 1, b: 0)
    var fast = slow
    for _ in 0..<work / 3 {
      slow = step(slow)
      fast = step(step(fast))
      guard slow.element == fast.element else { continue }
      return solve(slow.a, slow.b, fast.a, fast.b)
    }
    return nil
  }
}
