/// The program that speaks.
public enum Program {
  /// What it is called: the program of a package of one's own has a name of its own.
  @TaskLocal public static var name = "gamekeeper"
}
