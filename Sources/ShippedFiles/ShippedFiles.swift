/// The texts that travel inside the program: scenarios, expectations and whatever else is written beside the games and the
/// adversaries. They are those of the tree that it was built from: what lies around where it runs is never taken for them.
public enum ShippedFiles {
  /// By their paths from the root of the tree.
  public static var texts: [String: String] { embedded }

  /// The public types of the library, by their names, as a package that imports it sees them.
  public static var publicTypes: Set<String> { Set(types.split(separator: " ").map(String.init)) }

  /// The paths of those in `folder` and below it, in alphabetical order.
  public static func paths(in folder: String, ending: String) -> [String] {
    texts.keys.filter { $0.hasPrefix("\(folder)/") && $0.hasSuffix(ending) }.sorted()
  }
}
