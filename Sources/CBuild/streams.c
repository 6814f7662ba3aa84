#include <fcntl.h>
#include <stddef.h>
#include <unistd.h>

// Puts a placeholder where a standard stream is closed, so that no file that is opened later becomes one; using the placeholder still
// fails. Before `main`, because what waits for events in the runtime opens files, too.
__attribute__((constructor)) static void reserve_standard_streams(void) {
  static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
  for (int stream = 0; stream < 3; stream++) {
    // Where there is no /dev/null the stream stays closed, and using it fails as well.
    if (fcntl(stream, F_GETFD) == -1 && open("/dev/null", modes[stream]) == -1) return;
  }
}
