/// What a check is asked to read.
public enum CheckSource: Sendable {
  case file(String)
  /// A folder, with the files in it and below it that may hold expectations, and with what else is there.
  case folder(String, files: [String], others: [String])
}
