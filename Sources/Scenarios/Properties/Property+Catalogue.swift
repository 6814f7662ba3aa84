extension Property {
  public static let genuineMembers = Property(GenuineMembers())
  public static let keysSecret = Property(KeysSecret())
  public static let dataSecret = Property(DataSecret())
  public static let hostsStay = Property(HostsStay())
  public static let currentMembers = Property(CurrentMembers())
  public static let handleKeepsKey = Property(HandleKeepsKey())
  public static let consent = Property(Consent())

  package static let own = [
    genuineMembers, keysSecret, dataSecret, hostsStay, currentMembers, handleKeepsKey, consent,
  ]
  /// What is added to them in this task.
  @TaskLocal package static var added: [Property] = []

  /// The seven, and what is added.
  public static var allCases: [Property] { own + added }
}
