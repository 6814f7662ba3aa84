extension Language {
  /// Against any other game: it asks one query.
  /// - Parameter query: as JSON; nil where every query is about what an earlier one made.
  func asking(_ query: String?) -> String {
    switch self {
    case .python:
      """
      \"""Say here what it does, and how likely it is to succeed.\"""

      from CLIENT import run

      LISTS


      def NAME(game):
          # Now write the attack. This much is honest; `answer.name` says which answer it is.
          \(query.map { "answer = yield \($0)" } ?? "yield from ()")
          return False


      run(NAME)

      """
    case .javascript:
      """
      // Say here what it does, and how likely it is to succeed.
      import { run } from "./gamekeeper.js";

      LISTS

      run(function* NAME(game) {
        // Now write the attack. This much is honest.
        \(query.map { "const answer = yield \($0);" } ?? "")
        return false;
      });

      """
    case .c:
      """
      // Say here what it does, and how likely it is to succeed.
      #include "gamekeeper.h"

      LISTS

      static int NAME(gk_game *game) {
        // Now write the attack. This much is honest.
        \(query.map { "gk_ask(game, \"\($0.replacing("\"", with: "\\\""))\");" } ?? "(void)game;")
        return 0;
      }

      int main(void) { return gk_run("NAME", 64, NAME); }

      """
    }
  }
}
