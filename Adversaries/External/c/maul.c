// Makes another signature on a message out of a produced one: (r, s) becomes (r, n - s) for ECDSA, s becomes s + L for Ed25519.
//
// Plain ECDSA accepts it, so this adversary wins the strong game with certainty; a canonical s, or Ed25519, stops it.
#include "gamekeeper.h"

enum { most = 256 };
typedef struct { size_t count; unsigned char at[most]; } bytes;

static bytes parsed(const char *digits) {
  bytes value = {0};
  unsigned byte;
  for (; value.count < most && sscanf(digits, "%2x", &byte) == 1; digits += 2) value.at[value.count++] = (unsigned char)byte;
  return value;
}

static char *text(bytes value, char *out) {
  out[0] = 0;
  for (size_t i = 0; i < value.count; i++) sprintf(out + 2 * i, "%02x", value.at[i]);
  return out;
}

// (r, s) as (r, n - s) in DER, with n of P-384.
static bytes ecdsa(bytes raw) {
  const char *order = "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973";
  bytes n = parsed(order), made = {0};
  size_t middle = 4u + raw.at[3], end = raw.count, start = 0;
  int borrow = 0;
  for (size_t i = n.count; i-- > 0;) {
    int digit = end > middle + 2 ? raw.at[--end] : 0, rest = n.at[i] - digit - borrow;
    n.at[i] = (unsigned char)rest, borrow = rest < 0;
  }
  while (start + 1 < n.count && n.at[start] == 0) start++;
  size_t padding = n.at[start] > 127, size = n.count - start;
  memcpy(made.at, raw.at, middle);
  made.at[middle] = 2, made.at[middle + 1] = (unsigned char)(size + padding);
  memcpy(made.at + middle + 2 + padding, n.at + start, size);
  made.count = middle + 2 + padding + size, made.at[1] = (unsigned char)(made.count - 2);
  return made;
}

// s as s + L, both with their lowest byte first.
static bytes ed25519(bytes raw) {
  bytes order = parsed("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  unsigned carry = 0;
  for (size_t i = 0; i < 32; i++) {
    carry += (unsigned)raw.at[32 + i] + order.at[i];
    raw.at[32 + i] = (unsigned char)carry, carry >>= 8;
  }
  return raw;
}

static bytes mauled(const char *suite, bytes raw) {
  if (strcmp(suite, "calibrated") == 0) return raw.at[raw.count - 1] ^= 1, raw;
  return strcmp(suite, "modern") == 0 ? ed25519(raw) : ecdsa(raw);
}

static int maul(gk_game *game) {
  char key[2 * most], signature[2 * most], suite[64], query[4 * most + 128];
  gk_text(gk_ask(game, "{\"keygen\":{}}"), "key", key, sizeof key);
  snprintf(query, sizeof query, "{\"sign\":{\"key\":\"%s\",\"message\":\"%032d\"}}", key, 0);
  gk_text(gk_ask(game, query), "signature", signature, sizeof signature);
  bytes raw = parsed(signature);
  if (raw.count < 8) return 0;
  text(mauled(gk_text(game->hello, "suite", suite, sizeof suite), raw), signature);
  snprintf(
      query, sizeof query, "{\"verify\":{\"key\":\"%s\",\"message\":\"%032d\",\"signature\":\"%s\"}}", key, 0, signature);
  return gk_is(gk_ask(game, query), "accepted");
}

int main(void) { return gk_run("maul", 64, maul); }
