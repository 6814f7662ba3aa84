// Asks for one signature, then guesses the signature on another message: `tries` distinct candidates under one key.
#include "gamekeeper.h"

static int guess(gk_game *game) {
  char key[256], query[1024];
  gk_text(gk_ask(game, "{\"keygen\":{}}"), "key", key, sizeof key);
  snprintf(query, sizeof query, "{\"sign\":{\"key\":\"%s\",\"message\":\"%032d\"}}", key, 0);
  gk_ask(game, query);
  int64_t tries = gk_number(game->hello, "tries"), bits = gk_number(game->hello, "signatureBits");
  uint64_t mask = UINT64_MAX >> (64 - bits);
  int accepted = 0;
  int start = snprintf(
      query, sizeof query,
      "{\"verify\":{\"key\":\"%s\",\"message\":\"00000000000000010000000000000000\",\"signature\":\"", key);
  for (int64_t index = 0; index < tries; index++) {
    snprintf(query + start, sizeof query - (size_t)start, "%016" PRIx64 "\"}}", (uint64_t)index & mask);
    accepted |= gk_is(gk_ask(game, query), "accepted");
  }
  return accepted;
}

int main(void) { return gk_run("guess", 64, guess); }
