/// What a supervisor tells whoever started it, a line of JSON each.
enum Report: Codable {
  /// The command is not at work, and will not be.
  case refused(StartFailure)
  case started(Standing, process: Int32, scratch: Scratch)
  case ended(Ending)
}
