public import Forms
public import Games

extension GenericQuery: Declared {
  public static let form: Form<GenericQuery> = .cases(
    Case("generator", .generator),
    Case("given", .given),
    Case("multiply", ["first", "second"], { .multiply($0.field(), $0.field()) }) {
      if case .multiply(let first, let second) = $0 { $1.put(first, second) } else { false }
    },
    Case("divide", ["element", "by"], { .divide($0.field(), by: $0.field()) }) {
      if case .divide(let element, by: let divisor) = $0 { $1.put(element, divisor) } else { false }
    },
    Case("submit", ["exponent"], { .submit($0.field()) }) {
      if case .submit(let exponent) = $0 { $1.put(exponent) } else { false }
    })
}

extension GenericAnswer: Declared {
  public static let form: Form<GenericAnswer> = .cases(
    Case("element", ["handle"], { .element($0.field()) }) {
      if case .element(let handle) = $0 { $1.put(handle) } else { false }
    },
    Case("unknown", .unknown),
    Case("accepted", .accepted),
    Case("rejected", .rejected))
}
