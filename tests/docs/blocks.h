/* SPDX-License-Identifier: MIT
 *
 * blocks: what shells complete, printed to standard output for man_blocks. */
#ifndef JALON_TESTS_BLOCKS_H
#define JALON_TESTS_BLOCKS_H

void print_bash(void);
void print_zsh(void);
void print_fish(void);

#endif
