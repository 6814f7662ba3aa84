/// Plays a command of a lesson: what it prints, and its exit status.
public typealias Shell = @Sendable (_ command: String) async -> (output: String, status: Int32)
