// SPDX-License-Identifier: EUPL-1.2
// Conveniences only: every page works without this file.
'use strict';
