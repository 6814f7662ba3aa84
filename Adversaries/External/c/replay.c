// Presents a signature that was produced, twice: legal, so both worlds accept. It catches an ideal world that forgets.
#include "gamekeeper.h"

static int present(gk_game *game, const char *key, const char *message, const char *signature) {
  char query[1024];
  snprintf(
      query, sizeof query, "{\"verify\":{\"key\":\"%s\",\"message\":\"%s\",\"signature\":\"%s\"}}", key, message, signature);
  return gk_is(gk_ask(game, query), "accepted");
}

static int replay(gk_game *game) {
  char key[256], message[64], signature[256], query[1024];
  gk_text(gk_ask(game, "{\"keygen\":{}}"), "key", key, sizeof key);
  int64_t left = gk_number(game->budgets, "q_sig"), verifications = gk_number(game->budgets, "q_ver");
  int accepted = 1;
  for (; left > 0 && verifications > 1; left--, verifications -= 2) {
    snprintf(message, sizeof message, "%016" PRIx64 "%016d", (uint64_t)left, 0);
    snprintf(query, sizeof query, "{\"sign\":{\"key\":\"%s\",\"message\":\"%s\"}}", key, message);
    const char *answer = gk_ask(game, query);
    if (!gk_is(answer, "signature")) return 0;
    gk_text(answer, "signature", signature, sizeof signature);
    accepted &= present(game, key, message, signature);
    accepted &= present(game, key, message, signature);
  }
  return accepted;
}

int main(void) { return gk_run("replay", 64, replay); }
