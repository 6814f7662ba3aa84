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
      // a + b·y = a′ + b′·y modulo q
      let difference = (fast.b + q - slow.b) % q
      guard difference != 0 else { return nil }
      return ((slow.a + q - fast.a) % q).times(difference.power(q - 2, modulo: q), modulo: q)
    }
    return nil
  }
}
