// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <exception>
#include <string>

#include "platform/http/http.hpp"

/// Inside the room: the edge where a handler's exceptions end.
namespace damwand::http {

/// What the handler answers, or the problem that its exception means. Runs on a worker; logs one line per fault, with
/// the number of the request and without anything a person typed.
[[nodiscard]] Antwoord handel_af(const Server::Afhandelaar& afhandelaar, const Verzoek& verzoek);

/// The type alone: what() may quote values of persons.
[[nodiscard]] std::string soort_van(const std::exception& fout);

}  // namespace damwand::http
