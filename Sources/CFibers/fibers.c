#define _GNU_SOURCE
#include "fibers.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct gk_fiber {
  void *stack_pointer;
  void *caller;
  void (*body)(void *);
  void *context;
  char *memory;
  size_t size;
  bool ended;
};

static _Thread_local gk_fiber *current;

/// Saves what a function has to leave as it found it, stores the stack pointer in `*save`, and goes on where `load` was saved.
/// swapcontext of the C library does the same with two system calls.
void gk_fiber_switch(void **save, void *load);

#if defined(__x86_64__)
__asm__(
    ".text\n.globl gk_fiber_switch\n.type gk_fiber_switch,@function\ngk_fiber_switch:\n"
    "  pushq %rbp\n  pushq %rbx\n  pushq %r12\n  pushq %r13\n  pushq %r14\n  pushq %r15\n"
    "  movq %rsp, (%rdi)\n  movq %rsi, %rsp\n"
    "  popq %r15\n  popq %r14\n  popq %r13\n  popq %r12\n  popq %rbx\n  popq %rbp\n  ret\n"
    ".size gk_fiber_switch,.-gk_fiber_switch\n");
/// What the first switch takes off the stack before it returns to the entry, and where that return address is.
enum { saved_words = 6, entry_word = 6 };
#elif defined(__aarch64__)
__asm__(
    ".text\n.globl gk_fiber_switch\n.type gk_fiber_switch,%function\ngk_fiber_switch:\n"
    "  sub sp, sp, #160\n"
    "  stp x19, x20, [sp]\n  stp x21, x22, [sp, #16]\n  stp x23, x24, [sp, #32]\n  stp x25, x26, [sp, #48]\n"
    "  stp x27, x28, [sp, #64]\n  stp x29, x30, [sp, #80]\n"
    "  stp d8, d9, [sp, #96]\n  stp d10, d11, [sp, #112]\n  stp d12, d13, [sp, #128]\n  stp d14, d15, [sp, #144]\n"
    "  mov x9, sp\n  str x9, [x0]\n  mov sp, x1\n"
    "  ldp x19, x20, [sp]\n  ldp x21, x22, [sp, #16]\n  ldp x23, x24, [sp, #32]\n  ldp x25, x26, [sp, #48]\n"
    "  ldp x27, x28, [sp, #64]\n  ldp x29, x30, [sp, #80]\n"
    "  ldp d8, d9, [sp, #96]\n  ldp d10, d11, [sp, #112]\n  ldp d12, d13, [sp, #128]\n  ldp d14, d15, [sp, #144]\n"
    "  add sp, sp, #160\n  ret\n"
    ".size gk_fiber_switch,.-gk_fiber_switch\n");
enum { saved_words = 20, entry_word = 11 };
#else
#error "fibers are written for x86-64 and AArch64"
#endif

static void entry(void) {
  gk_fiber *self = current;
  self->body(self->context);
  self->ended = true;
  gk_fiber_suspend();
  abort();
}

gk_fiber *gk_fiber_new(size_t stack, void (*body)(void *), void *context) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  size_t size = (stack + page - 1) / page * page + page;
  char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return NULL;
  gk_fiber *fiber = calloc(1, sizeof *fiber);
  // Whoever uses up the stack meets a page that nobody may touch.
  if (fiber == NULL || mprotect(memory, page, PROT_NONE) != 0) {
    free(fiber);
    munmap(memory, size);
    return NULL;
  }
  // Above the saved registers two words, so that the stack is aligned as if the entry had been called.
  void **top = (void **)(memory + size) - 2;
  void **saved = top - saved_words;
  saved[entry_word] = (void *)(uintptr_t)entry;
  *fiber = (gk_fiber){.stack_pointer = saved, .body = body, .context = context, .memory = memory, .size = size};
  return fiber;
}

void gk_fiber_resume(gk_fiber *fiber) {
  current = fiber;
  gk_fiber_switch(&fiber->caller, fiber->stack_pointer);
  current = NULL;
}

void gk_fiber_suspend(void) {
  gk_fiber *self = current;
  gk_fiber_switch(&self->stack_pointer, self->caller);
}

bool gk_fiber_has_ended(const gk_fiber *fiber) { return fiber->ended; }

void gk_fiber_free(gk_fiber *fiber) {
  munmap(fiber->memory, fiber->size);
  free(fiber);
}
