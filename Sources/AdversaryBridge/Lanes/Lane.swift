/// One of the trials that a process plays at once.
struct Lane {
  /// What the adversary does next.
  enum Move {
    /// It asks; the query is what the conversation reads next.
    case ask
    case guess(Bool)
    case credit(String)
    case resign(String)
    /// Nothing more comes from it: why.
    case lost(String)
  }

  var move: Move?
  /// Whether a trial is under way.
  var isPlaying = false
  /// The number of the line in which it was told something last.
  var toldIn = 0
  var fiber: Fiber?
  var first = FirstPlay()
  /// The trial's number, as the thread's mark has it.
  var mark: UInt64?
}
