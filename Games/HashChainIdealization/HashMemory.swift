/// Which points the service remembers.
public enum HashMemory: Sendable {
  /// Those that were hashed, as published. Then two points may both pass `check` under one digest in the ideal world, as long as
  /// neither was hashed: see `HashBinding`.
  case hashed
  /// Those that were hashed, and those that passed a check. **[ours]**
  case hashedAndChecked
}
