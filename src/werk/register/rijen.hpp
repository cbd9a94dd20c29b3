// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/bag/lezer.hpp"
#include "werk/register/kopie.hpp"
#include "werk/register/register.hpp"

/// A BAG object as a row of its table, for whoever loads or mutates. Internal to the room.
namespace damwand::registers {

inline constexpr std::size_t stuk = std::size_t{1} << 20U;    ///< bytes of rows handed over at once
inline constexpr std::int16_t onbekende_gemeente = 0;          ///< until the register tells whose it is
inline constexpr std::int16_t velden_in_onderzoek = 13;

/// A table under way: its rows wait here until there is a chunk of them.
struct Tabel {
    std::shared_ptr<const std::string> kopieer;
    Rijschrijver rijen;
    std::uint64_t van_takken = 0;  ///< rows that others wrote for it
    [[nodiscard]] std::uint64_t geschreven() const { return rijen.rijen() + van_takken; }
};
[[nodiscard]] inline Tabel tabel_voor(std::string kopieer) { return {std::make_shared<const std::string>(std::move(kopieer)), {}}; }

/// The columns every voorkomen has, in the order of the table.
void schrijf_vast(Rijschrijver& uit, std::uint64_t id, std::int16_t gemeente, std::int16_t status, const bag::BagObject& o);
void schrijf_relatie(Rijschrijver& uit, const bag::GemeenteWoonplaatsRelatie& o);  ///< the whole row
void schrijf_in_onderzoek(Rijschrijver& uit, const bag::InOnderzoek& o, std::int16_t gemeente);

/// Writes each object that comes by: the heir says where the row goes, and begins it with schrijf_vast.
class Objectrijen : public bag::Afnemer {
  public:
    using bag::Afnemer::ontvang;
    void ontvang(bag::Woonplaats& o) final;
    void ontvang(bag::OpenbareRuimte& o) final;
    void ontvang(bag::Nummeraanduiding& o) final;
    void ontvang(bag::Verblijfsobject& o) final;
    void ontvang(bag::Ligplaats& o) final;
    void ontvang(bag::Standplaats& o) final;
    void ontvang(bag::Pand& o) final;

  protected:
    /// `velden`: of the table of this type; `eindstatus`: the object is no more.
    virtual Rijschrijver& begin(bag::ObjectType type, std::int16_t velden, std::uint64_t id, const bag::BagObject& o, std::int16_t status, bool eindstatus) = 0;
    virtual void einde() = 0;  ///< all columns of the table are written

  private:
    template <class Object>
    Rijschrijver& begin_van(bag::ObjectType type, std::int16_t eigen_velden, const Object& o);
    void adressen(Rijschrijver& uit, const bag::AdresseerbaarBagObject& o);
    template <class Plaats>
    void plaats(bag::ObjectType type, const Plaats& o);
    std::vector<std::int64_t> m_getallen;
    std::vector<std::int16_t> m_doelen;
};

/// Reads a delivery to the last row in the database. `Ontvanger` is an Objectrijen with records() and rond_af().
template <class Ontvanger>
bag::Leesverslag lees_in(std::span<const std::filesystem::path> bronnen, Ontvanger& ontvanger, Kopieerder& kopieerder, Laadstand& stand,
                         const std::function<bool(const Laadstand&)>& voortgang, bool mutaties) {
    stand.fase = "lezen";
    bag::LeesOpties lezen;
    lezen.mutaties = mutaties;
    lezen.voortgang = [&](const Stand& bytes) {
        stand.bytes = bytes;
        stand.records = ontvanger.records();
        return !voortgang || voortgang(stand);
    };
    auto gelezen = bag::lees(bronnen, ontvanger, lezen);
    ontvanger.rond_af();
    stand.records = ontvanger.records();
    kopieerder.klaar();
    return gelezen;
}

}  // namespace damwand::registers
