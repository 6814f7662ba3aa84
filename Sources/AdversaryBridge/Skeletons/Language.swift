internal import Words

/// A language in which an adversary can be begun, beside Swift.
package enum Language: String, CaseIterable, Sendable {
  case python, javascript, c

  /// What the clients are called, whatever this program is.
  private static let client = "gamekeeper"

  /// A strategy that plays and loses.
  package func text(_ name: String, _ opponent: Opponent) -> String {
    let lists = opponent.lists.map { ending == "py" ? "# \($0)".trimmed : "// \($0)".trimmed }.joined(separator: "\n")
    return (opponent.signs ? signing : asking(opponent.example)).replacing("LISTS", with: lists)
      .replacing("NAME", with: name.replacing("-", with: "_")).replacing("CLIENT", with: Self.client)
  }

  package var ending: String {
    switch self {
    case .python: "py"
    case .javascript: "js"
    case .c: "c"
    }
  }

  /// Against a game of signatures.
  private var signing: String {
    switch self {
    case .python:
      """
      \"""Say here what it does, and how likely it is to succeed.\"""

      from CLIENT import keygen, run, sign, verify

      LISTS


      def NAME(game):
          # Now write the attack. This much is honest: it has a key made, and presents a signature for what it is for.
          key = (yield keygen()).key
          message = f"{1:032x}"
          answer = yield sign(key, message)
          answer = yield verify(key, message, answer.signature)
          return False


      run(NAME)

      """
    case .javascript:
      """
      // Say here what it does, and how likely it is to succeed.
      import { query, run } from "./gamekeeper.js";

      LISTS

      run(function* NAME(game) {
        // Now write the attack. This much is honest: it has a key made, and presents a signature for what it is for.
        const { key } = (yield query("keygen")).fields;
        const message = "1".padStart(32, "0");
        const { signature } = (yield query("sign", { key, message })).fields;
        yield query("verify", { key, message, signature });
        return false;
      });

      """
    case .c:
      #"""
      // Say here what it does, and how likely it is to succeed.
      #include "gamekeeper.h"

      LISTS

      static int NAME(gk_game *game) {
        // Now write the attack. This much is honest: it has a key made, and presents a signature for what it is for.
        char key[256], signature[256], query[1024];
        gk_text(gk_ask(game, "{\"keygen\":{}}"), "key", key, sizeof key);
        snprintf(query, sizeof query, "{\"sign\":{\"key\":\"%s\",\"message\":\"%032d\"}}", key, 1);
        gk_text(gk_ask(game, query), "signature", signature, sizeof signature);
        snprintf(
            query, sizeof query, "{\"verify\":{\"key\":\"%s\",\"message\":\"%032d\",\"signature\":\"%s\"}}", key, 1,
            signature);
        gk_ask(game, query);
        return 0;
      }

      int main(void) { return gk_run("NAME", 64, NAME); }

      """#
    }
  }
}
