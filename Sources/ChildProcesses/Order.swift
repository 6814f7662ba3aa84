/// What a supervisor is asked to do.
struct Order: Codable {
  /// What it is called by, as the program's first argument.
  static let verb = "__confine"
  /// The descriptor of a socket, on which it reports, and whose end asks it to end.
  static let control: Int32 = 3

  let sandbox: Sandbox
  let program: String
  /// The first is the program's name.
  let words: [String]
}
