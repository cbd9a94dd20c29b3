// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/label.hpp"
#include "base/tijd.hpp"
#include "platform/db/db.hpp"
#include "platform/documenten/opslag.hpp"
#include "platform/documenten/soort.hpp"
#include "platform/toegang/toegang.hpp"

/// Files of a signaal or a casus: a row that says what there is, and content that stands encrypted under the dossier's
/// key (ontwerp.md §3, Files; veiligheid.md rules 20, 22, 23). Who may is the caller's to ask; every statement names
/// organisation, dossier and audience, and row-level security stands behind it.
namespace damwand::documenten {

/// A file as the API shows it.
struct Document {
    DocumentId id;
    std::string naam, soort;
    std::int64_t omvang = 0;  ///< bytes
    std::string regime, bron;
    std::optional<Datum> bron_datum;  ///< as of when it is true
    std::string doorgifte;
    std::optional<std::string> doorgifte_reden;
    std::string staat;                 ///< wordt_gecontroleerd, in_quarantaine, schoon or geweigerd
    std::optional<std::string> reden;  ///< code: why refused, or why it waits
    std::optional<std::int64_t> bladen, tekens, breedte, hoogte;
    toegang::Collega door;
    Tijdstip op;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(Document, (),
                      (id, naam, soort, omvang, regime, bron, bron_datum, doorgifte, doorgifte_reden, staat, reden, bladen, tekens, breedte, hoogte, door, op, versie))

/// What is said about a file when it comes in.
struct DocumentNieuw {
    std::string naam;
    Label label{};  ///< the caller has checked it
    std::string bron;
    std::optional<Datum> bron_datum;
};
/// A dossier, the audience that new rows get, and the other audiences whose rows of it the asker may see.
struct Bestemming {
    Dossier dossier;
    int zicht = 0;
    std::vector<int> ook{};
    [[nodiscard]] std::vector<int> zichten() const;
};

/// Takes a file in: name and first bytes are checked, the content is put into quarantine on disk, and then the row is
/// made. Throws Fout as `eis_soort` does, and `document-bestaat-al` (409) for content that this audience of the dossier already has.
[[nodiscard]] Document neem_aan(db::Transactie& tx, Opslag& opslag, const Bestemming& waar, GebruikerId door,
                                const DocumentNieuw& nieuw, Opvang& opvang);
/// The files of a dossier in the order they came, as known at `moment` (none: now).
[[nodiscard]] std::vector<Document> lijst(db::Transactie& tx, const Bestemming& waar, const std::optional<Tijdstip>& moment);
/// A file in a list over dossiers.
struct DocumentKort {
    DocumentId id;
    std::string naam, dossier_soort;
    Uuid dossier;
};
/// Those of these in an organisation and these audiences, in no order.
[[nodiscard]] std::vector<DocumentKort> lees_kort(db::Transactie& tx, OrganisatieId organisatie, const std::vector<DocumentId>& ids,
                                                  const std::vector<int>& zichten);
/// Throws onbekend().
[[nodiscard]] Document lees(db::Transactie& tx, const Bestemming& waar, DocumentId id);
/// The content. Throws `document-niet-schoon` (409) for any other state: unscanned is never clean.
[[nodiscard]] std::shared_ptr<http::Inhoud> open(db::Transactie& tx, const Opslag& opslag, const Bestemming& waar, DocumentId id);
/// Takes it out of the file; what the file said before stays, content too, until the dossier is destroyed.
void verwijder(db::Transactie& tx, const Bestemming& waar, DocumentId id);
/// A clean file to another dossier: its content encrypted anew under that key, its label and source with it.
[[nodiscard]] Document neem_over(db::Transactie& tx, Opslag& opslag, const Bestemming& van, DocumentId id, const Bestemming& naar, GebruikerId door);
/// Every file of a dossier gets at least this label.
void verscherp(db::Transactie& tx, const Dossier& dossier, const Label& minstens);

/// Removes what stands on disk without a row, older than 24 hours by `nu`: writes that were cut off. For the nightly
/// job; safe at any time. Returns how many.
[[nodiscard]] std::size_t ruim_wezen(db::Pool& pool, Opslag& opslag, std::filesystem::file_time_type nu);

// ---- destruction; `tx` runs as role vernietiger ----------------------------------------------------------------

/// Everything there ever was of a dossier: the id of each document and how many versions of its row there are.
struct Spoor {
    DocumentId id;
    std::int64_t versies = 0;
};
[[nodiscard]] std::vector<Spoor> alles_van(db::Transactie& tx, const Dossier& dossier);
/// Destroys the dossier's key, then its files, then rows and history (in `tx`, which the caller commits). From the first
/// step on no copy of the files can be read any more, so it is repeated until it succeeds: each step is safe to repeat.
struct Vernietigd {
    std::size_t bestanden = 0;
    std::int64_t rijen = 0;
};
Vernietigd vernietig(db::Transactie& tx, Opslag& opslag, const Dossier& dossier);

}  // namespace damwand::documenten
