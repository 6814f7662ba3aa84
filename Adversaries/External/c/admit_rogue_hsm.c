// Forges operators' signatures, in the game of key secrecy: the dishonest operators authorise a trust with a rogue HSM, one
// signature is missing for the quorum, and it is guessed under every honest operator's key. The rogue HSM then opens the keys
// that a genuine one wraps to it, and the stolen key tells the worlds apart.
#include <stdarg.h>

#include "gamekeeper.h"

enum { room = 1 << 14 };

// A number in a format.
#define N "%" PRId64
// Writes a text anew.
#define PUT(text, ...) ((text)[0] = 0, add(text, __VA_ARGS__))

// Adds to a text.
static void add(char *text, const char *format, ...) {
  size_t used = strlen(text);
  va_list values;
  va_start(values, format);
  vsnprintf(text + used, room - used, format, values);
  va_end(values);
}

// Asks; the number in an answer of this name, -1 for another answer.
static int64_t ask(gk_game *game, const char *query, const char *name) {
  const char *answer = gk_ask(game, query);
  return gk_is(answer, name) ? gk_number(answer, "number") : -1;
}

// The numbers in a list's text, one more.
static void list(char *text, int64_t number) { add(text, "%s" N, text[0] ? "," : "", number); }

// Adds the endorsements of those of `operators` who sign.
static void authorise(gk_game *game, int64_t trust, const int64_t *operators, int64_t count, char *endorsements) {
  for (int64_t index = 0; index < count; index++) {
    char query[256] = "";
    add(query, "{\"authorise\":{\"operator\":" N ",\"trust\":" N "}}", operators[index], trust);
    int64_t number = ask(game, query, "endorsement");
    if (number >= 0) list(endorsements, number);
  }
}

// The key under handle 0 in an answer that lists keys; empty if it is not there.
static const char *first_key(const char *answer, char *key, size_t size) {
  for (const char *at = answer; (at = gk_find(at, "handle")) != NULL;)
    if (strtoull(at, NULL, 10) == 0) return gk_text(at, "key", key, size);
  return key[0] = 0, key;
}

static int admit_rogue_hsm(gk_game *game) {
  enum { most = 64 };
  int64_t quorum = gk_number(game->hello, "n"), tries = gk_number(game->hello, "tries"), operators[most], hsm = -1;
  int64_t count = gk_number(game->hello, "q_ops"), hsms = gk_number(game->hello, "q_hid");
  char query[room] = "", everybody[room] = "", genuine[room] = "", endorsements[room];
  if (count > most) return 0;
  for (int64_t index = 0; index < count; index++) {
    PUT(query, "{\"new-operator\":{\"honest\":%s}}", index >= quorum - 1 ? "true" : "false");
    if ((operators[index] = ask(game, query, "operator")) < 0) return 0;
    list(everybody, operators[index]);
  }
  int64_t dishonest = quorum - 1 < count ? quorum - 1 : count, signers = quorum < count ? quorum : count;
  for (int64_t index = 0; index < hsms; index++) {
    int64_t number = ask(game, "{\"new-hsm\":{}}", "hsm");
    if (number < 0) return 0;
    if (index == 0) hsm = number;
    add(genuine, "%s{\"identity\":" N "}", index > 0 ? "," : "", number);
  }
  int64_t host = ask(game, "{\"new-host\":{}}", "host");
  if (host < 0) return 0;

  PUT(query, "{\"trust\":{\"operators\":[%s],\"hsms\":[%s],\"hosts\":[" N "],\"quorum\":" N "}}",
                    everybody, genuine, host, quorum);
  int64_t trust = ask(game, query, "trust");
  if (trust < 0) return 0;
  endorsements[0] = 0, authorise(game, trust, operators + count - signers, signers, endorsements);
  PUT(query, "{\"found\":{\"hsm\":" N ",\"trust\":" N ",\"endorsements\":[%s]}}", hsm, trust, endorsements);
  int64_t token = ask(game, query, "token");
  if (token < 0) return 0;
  PUT(query, "{\"install\":{\"host\":" N ",\"trust\":" N "}}", host, trust);
  if (!gk_is(gk_ask(game, query), "done")) return 0;
  for (int64_t handle = 0, keys = gk_number(game->hello, "q_dom") - 3; handle < keys || handle == 0; handle++) {
    PUT(query, "{\"add-key\":{\"hsm\":" N ",\"token\":" N ",\"handle\":" N "}}", hsm, token, handle);
    if ((token = ask(game, query, "token")) < 0) return 0;
  }

  int64_t rogue = ask(game, "{\"rogue\":{\"kind\":\"hsm\"}}", "hsm");
  if (rogue < 0) return 0;
  PUT(query, "{\"trust\":{\"parent\":" N ",\"operators\":[%s],\"hsms\":[%s,{\"identity\":" N "}],", trust,
                    everybody, genuine, rogue);
  add(query, "\"hosts\":[" N "],\"quorum\":" N "}}", host, quorum);
  int64_t coup = ask(game, query, "trust");
  if (coup < 0) return 0;
  endorsements[0] = 0, authorise(game, coup, operators, dishonest, endorsements);
  for (int64_t index = dishonest; index < count; index++) {
    for (int64_t candidate = 0; candidate < tries; candidate++) {
      PUT(query, "{\"guess-endorsement\":{\"operator\":" N ",\"trust\":" N ",\"candidate\":" N "}}",
                        operators[index], coup, candidate);
      int64_t guess = ask(game, query, "endorsement");
      if (guess < 0) return 0;
      list(endorsements, guess);
    }
  }
  PUT(query, "{\"update\":{\"hsm\":" N ",\"token\":" N ",\"path\":[{\"trust\":" N, hsm, token, coup);
  add(query, ",\"endorsements\":[%s]}]}}", endorsements);
  int64_t moved = ask(game, query, "token");
  if (moved < 0) return 0;
  char stolen[256], served[256];
  PUT(query, "{\"pry\":{\"token\":" N ",\"hsm\":" N "}}", moved, rogue);
  const char *answer = gk_ask(game, query);
  if (!gk_is(answer, "keys") || !first_key(answer, stolen, sizeof stolen)[0]) return 0;
  PUT(query, "{\"test\":{\"host\":" N ",\"hsm\":" N ",\"token\":" N ",\"handle\":0}}", host, hsm, token);
  answer = gk_ask(game, query);
  return gk_is(answer, "key") && strcmp(gk_text(answer, "key", served, sizeof served), stolen) != 0;
}

int main(void) { return gk_run("admit-rogue-hsm", 64, admit_rogue_hsm); }
