public import Arena
public import Pages

/// Reads a text that goes with the pages.
public typealias Assets = @Sendable (Asset) throws(CatalogError) -> String

/// Plays a command of a lesson.
public typealias Shell = @Sendable (_ command: String) async -> ShellResult

/// What a command of a lesson has printed, and how it ended.
public struct ShellResult: Sendable {
  public let output: String
  public let ending: Page.Played.Ending

  public init(output: String, ending: Page.Played.Ending) { (self.output, self.ending) = (output, ending) }
}

/// Lets one command of a lesson play at a time: they are whole programs.
actor Stage {
  private var isTaken = false

  /// Plays it, unless another one plays.
  func play(_ command: String, by shell: Shell) async -> ShellResult? {
    if isTaken { return nil }
    isTaken = true
    defer { isTaken = false }
    return await shell(command)
  }
}
