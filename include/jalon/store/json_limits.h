/* SPDX-License-Identifier: MIT
 *
 * json_limits: how much JSON may be.
 *
 * For     the reader of JSON, its guard, and whoever writes what must be read again.
 * Units   bytes, levels, values. */
#ifndef JALON_STORE_JSON_LIMITS_H
#define JALON_STORE_JSON_LIMITS_H

enum { JSON_SIZE_MAX = 16 * 1024 * 1024, JSON_DEPTH_MAX = 64, JSON_VALUES_MAX = 500 * 1000 };

#endif
