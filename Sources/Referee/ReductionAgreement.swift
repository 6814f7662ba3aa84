/// How closely a reduction follows the event that it reduces.
public enum ReductionAgreement: Sendable {
  /// It wins in exactly the same trials: checked trial by trial.
  case everyTrial
  /// It plants its challenge at one of L places, L being the loss, chosen evenly and out of the adversary's sight, and wins
  /// where the event occurs at that place. So L·Pr[it wins] *is* the mean number of places at which the event occurs: an
  /// equation, which statistics test in both directions. That number is at least 1 where the event occurs at all, which is the
  /// inequality.
  case planted
  /// It wins often enough: an inequality between probabilities, checked by statistics. How much more it may win is not known.
  case onAverage
}
