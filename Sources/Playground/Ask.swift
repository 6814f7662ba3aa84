/// A request that was let in.
struct Ask: Sendable {
  /// Whether it changes something: a form was sent.
  let isPost: Bool
  /// The parts of its path, decoded.
  let parts: [String]
  /// Names and values, in their order; a name may occur several times.
  let fields: [(name: String, value: String)]

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  func all(_ name: String) -> [String] { fields.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }
}
