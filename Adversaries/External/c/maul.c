// Makes another signature on a message out of a produced one: here, on the calibrated suite, with the lowest bit flipped.
#include "gamekeeper.h"

static int maul(gk_game *game) {
  char key[256], signature[256], query[1024];
  gk_text(gk_ask(game, "{\"keygen\":{}}"), "key", key, sizeof key);
  snprintf(query, sizeof query, "{\"sign\":{\"key\":\"%s\",\"message\":\"%032d\"}}", key, 0);
  gk_text(gk_ask(game, query), "signature", signature, sizeof signature);
  if (strlen(signature) != 16) return 0;
  snprintf(
      query, sizeof query, "{\"verify\":{\"key\":\"%s\",\"message\":\"%032d\",\"signature\":\"%016" PRIx64 "\"}}", key, 0,
      (uint64_t)strtoull(signature, NULL, 16) ^ 1);
  return gk_is(gk_ask(game, query), "accepted");
}

int main(void) { return gk_run("maul", 64, maul); }
