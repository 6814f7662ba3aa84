/// Something is wrong with a file: one line that names the place, and a hint.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// Counted from 1; nil if the place is the whole file.
  public var line: Int?
  /// The key, as in `steps[3].update.to`.
  public var key: String?
  public var message: String
  public var hint: String?

  public init(file: String, line: Int? = nil, key: String? = nil, _ message: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.key = key
    self.message = message
    self.hint = hint
  }

  public var description: String {
    let place = "`\(file)`" + (line.map { ", line \($0)" } ?? "") + (key.map { ", `\($0)`" } ?? "")
    return "\(place): \(message)" + (hint.map { " (\($0))" } ?? "")
  }
}
