/// A JSON value.
enum Value: Decodable, Equatable {
  case object([String: Value])
  case list([Value])
  case text(String)
  case number(Double)
  case truth(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([Value].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: Value].self))
    }
  }

  subscript(name: String) -> Value? { if case .object(let members) = self { members[name] } else { nil } }
  subscript(index: Int) -> Value? { items.flatMap { $0.indices.contains(index) ? $0[index] : nil } }
  var items: [Value]? { if case .list(let items) = self { items } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var keys: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }
}
