public import Records
internal import Words

extension HandRecord {
  public var text: String {
    trials.map(\.text).joined(separator: "\n") + "\n" + Escape.terminal(summary) + "\n"
  }

  public var markdown: String {
    trials.map { trial in
      """
      ## Trial \(trial.trace.trial)

      \(Escape.markdown(trial.result))

      \(trial.trace.markdown)
      \(Escape.markdownCode(CommandWords.replay(trial.replay)))

      ### \(Escape.markdown(trial.other.adversary)) on the same coins

      \(trial.other.trace.markdown)
      \(Escape.markdownCode(CommandWords.replay(trial.other.replay)))

      """
    }.joined(separator: "\n") + "\n\(Escape.markdown(summary))\n"
  }

  private var summary: String {
    let won = trials.count(where: \.isWon)
    let hasTwoWorlds = trials.contains { $0.world != nil }
    let what = hasTwoWorlds ? "\(won) of \(trials.count) guesses right" : "\(won) of \(trials.count) won"
    return what + (hasTwoWorlds ? "; whoever tosses a coin is right in one of two" : "")
  }
}

extension HandRecord.Trial {
  fileprivate var result: String {
    guard let world else { return isWon ? "won" : "not won" }
    guard let guess else { return "no guess; it was the \(world) world" }
    return "guess \(guess): \(isWon ? "right" : "wrong"), it was the \(world) world"
  }

  fileprivate var text: String {
    let lines = [
      result, "", "The coins opened, both worlds by the same queries:", trace.text(showsCoins: false),
      CommandWords.replay(replay), "", "What \(other.adversary) does on the same coins:", other.trace.text(showsCoins: false),
      CommandWords.replay(other.replay), "",
    ]
    return lines.map { Escape.terminal($0, keepsLines: true) }.joined(separator: "\n")
  }
}
