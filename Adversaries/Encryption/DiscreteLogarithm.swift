public import Primitives

/// A search for discrete logarithms in the calibrated group, with a budget of work.
public struct DiscreteLogarithm: Sendable {
  public enum Method: String, Sendable, CaseIterable {
    /// Tries exponents 1, 2, 3, …: finds the first `work` of them, so it succeeds with probability exactly work/(q − 1).
    case guessing
    /// Shanks: m = ⌈work/2⌉ baby steps and as many giant steps find the exponents below m², so the probability is (m² − 1)/(q −
    /// 1).
    case babyStepGiantStep
    /// Pollard's rho with three kinds of step and Floyd's detection of the cycle; some √q steps find it, with no memory.
    case rho
    /// A chain of elements g^a·h^b, from g and h on each the product of two before it, all of them remembered: any two equal ones
    /// give y. The chain is the same for every search, and nearly all of its pairs stand for different y: of work²/2 all but some
    /// 4·work. So it succeeds with probability 1 − ∏(1 − i/q) for i < work + 2, about: all that Shoup's bound (1997) allows a
    /// generic algorithm.
    case collision
  }

  public let group: CalibratedGroup
  public let method: Method
  /// Group operations: exactly so many in `guessing` and `collision`, about so many in the others.
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
    var elements: [CalibratedGroup.Element] = []
    elements.reserveCapacity(work + 2)
    // Positions in `elements` by hash, with linear probing: a table of half as many entries as places.
    let bits = Int.bitWidth - (work + 2).leadingZeroBitCount + 1
    var places = [UInt32](repeating: .max, count: 1 << bits)
    for index in 0..<work + 2 {
      let element =
        switch index {
        case 0: group.generator
        case 1: target
        default: group.product(elements[index - 1], elements[Self.partner(of: index)])
        }
      var place = Int(truncatingIfNeeded: (element.value &* Self.mix) >> UInt64(64 - bits))
      while places[place] != .max {
        let other = Int(places[place])
        if elements[other] == element, let exponent = solve(other, index) { return exponent }
        place = (place + 1) & (places.count - 1)
      }
      places[place] = UInt32(index)
      elements.append(element)
    }
    return nil
  }

  /// Element `index` of the chain is the product of the one before it and of this one: spread evenly over all that were there,
  /// because two steps with one partner have one difference.
  private static func partner(of index: Int) -> Int { Int((UInt64(index) &* mix).multipliedFullWidth(by: UInt64(index)).high) }
  private static let mix: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// y from two equal elements of the chain, nil if they are equal for every y.
  private func solve(_ first: Int, _ second: Int) -> UInt64? {
    var powers: [(a: UInt64, b: UInt64)] = [(1, 0), (0, 1)]
    for index in 2..<max(2, second + 1) {
      let (last, partner) = (powers[index - 1], powers[Self.partner(of: index)])
      powers.append(((last.a + partner.a) % group.q, (last.b + partner.b) % group.q))
    }
    return solve(powers[first].a, powers[first].b, powers[second].a, powers[second].b)
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
