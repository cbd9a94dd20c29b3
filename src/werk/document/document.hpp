// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <vector>

#include "platform/documenten/documenten.hpp"
#include "platform/poort/poort.hpp"

/// Files in the dossier of a signaal or a casus, as people work with them: put in, look at, take out, copy to a casus.
/// What a file is and how it is kept is `platform/documenten`; here is only who may, and what the dossier says of it.
namespace damwand::document {

/// What the routes work with. Without a store they can be described (`damwand openapi`) but not called.
struct Diensten {
    documenten::Opslag* opslag = nullptr;
    std::function<void()> wek{};  ///< a file waits for the inspector
};

/// A file of another dossier, to be copied into this casus.
struct DocumentOverneming {
    SignaalId signaal;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(DocumentOverneming, (), (signaal, document))

[[nodiscard]] std::vector<poort::Route> routes(const Diensten& diensten = {});

}  // namespace damwand::document
