/// Commands and options as people type them. Whoever advises one has it from here, so that a library knows neither the program's
/// name nor how an option is spelt.
public enum CommandWords {
  /// For example `gamekeeper list rules`.
  public static func line(_ words: String...) -> String { line(words) }

  public static func line(_ words: [String]) -> String { ([Program.name] + words).joined(separator: " ") }

  /// For example `--set tries=4`.
  public static func option(_ name: String, _ value: String? = nil) -> String { "--\(name)" + (value.map { " \($0)" } ?? "") }

  /// An option of a game or a hop: a parameter with its value.
  public static func setting(_ parameter: String, _ value: Int) -> String { option("set", "\(parameter)=\(value)") }

  /// What plays the trial of a token again, as a shell takes it.
  public static func replay(_ token: String) -> String { line("replay", "'\(token)'") }
}
