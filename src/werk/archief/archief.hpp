// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/archief/gegevens.hpp"
#include "werk/archief/uitvoeren.hpp"
