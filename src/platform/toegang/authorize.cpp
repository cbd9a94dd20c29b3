// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "platform/toegang/toegang.hpp"

namespace damwand::toegang {

void authorize(const Subject& wie, std::string_view recht) {
    if (!wie.gebruiker) throw Fout(FoutSoort::niet_aangemeld, "niet-aangemeld", "Meld u aan.");
    if (!wie.heeft(recht)) throw Fout(FoutSoort::verboden, "geen-recht", "Uw rol geeft hier geen recht op.");
}

void authorize(const Subject& wie, std::string_view recht, const Object& object) {
    // Whether it exists for him comes first: an audience he is not in is the same as nothing there.
    const bool van_hem = wie.gebruiker && object.organisatie == wie.organisatie &&
                         std::find(wie.zichten.begin(), wie.zichten.end(), object.zicht) != wie.zichten.end();
    if (!van_hem) throw onbekend();
    authorize(wie, recht);
}

void eis_vers_bewijs(const Subject& wie) {
    constexpr int substantieel = 2;
    if (!wie.vers || wie.niveau < substantieel) {
        throw Fout(FoutSoort::verboden, "opnieuw-aanmelden", "Meld u hiervoor opnieuw aan. Dat geldt daarna tien minuten.");
    }
}

}  // namespace damwand::toegang
