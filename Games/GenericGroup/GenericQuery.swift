public import GameKit
public import Records

/// What may be asked in a generic group: elements are named by their handles.
public enum GenericQuery: GameQuery {
  /// The handle of g.
  case generator
  /// The handle of the element whose exponent is sealed.
  case given
  case multiply(UInt64, UInt64)
  case divide(UInt64, by: UInt64)
  /// Submit the sealed exponent.
  case submit(UInt64)

  public enum Kind: Int, QueryKind {
    case given, operation, submit

    public var symbol: String {
      switch self {
      case .given: "q_given"
      case .operation: "q_group"
      case .submit: "q_log"
      }
    }

    public var resource: Resource? {
      switch self {
      case .given: nil
      case .operation: .groupOperations
      case .submit: .verifications
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .generator, .given: .given
    case .multiply, .divide: .operation
    case .submit: .submit
    }
  }

  public var description: String {
    switch self {
    case .generator: "generator()"
    case .given: "given()"
    case .multiply(let first, let second): "multiply(\(first), \(second))"
    case .divide(let element, let divisor): "divide(\(element), by: \(divisor))"
    case .submit(let exponent): "submit(\(exponent))"
    }
  }
}

/// What a generic group answers.
public enum GenericAnswer: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The handle of an element: two are equal exactly when the elements are.
  case element(UInt64)
  /// No element has that handle.
  case unknown
  case accepted
  case rejected

  public var description: String {
    switch self {
    case .element(let handle): "\(handle)"
    case .unknown: "unknown handle"
    case .accepted: "accepted"
    case .rejected: "rejected"
    }
  }
}

extension Oracle where Query == GenericQuery, Answer == GenericAnswer {
  /// The handle of an element that is asked for or computed.
  @inlinable
  public mutating func element(_ query: GenericQuery) throws(Forfeit) -> UInt64 {
    guard case .element(let handle) = try ask(query) else { throw .resigned("\(query) was not answered with an element") }
    return handle
  }
}
