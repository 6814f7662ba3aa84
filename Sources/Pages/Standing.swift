/// How far something is that a page begins.
public enum Standing<Progress: Sendable, Ended: Sendable>: Sendable {
  case none
  /// Nil before anything is known of it.
  case playing(Progress?)
  case ended(Ended)

  var isPlaying: Bool { if case .playing = self { true } else { false } }

  /// The place where it is shown, in the state that the script knows it by.
  func result(none: HTML, playing: (Progress?) -> HTML, ended: (Ended) -> HTML) -> HTML {
    let (name, content) =
      switch self {
      case .none: ("none", none)
      case .playing(let progress): ("playing", playing(progress))
      case .ended(let end): ("ended", ended(end))
      }
    return """
      <div id="result" data-state="\(name)" aria-busy="\(isPlaying ? "true" : "false")"><h3>Result</h3>\(content)</div>

      """
  }
}
