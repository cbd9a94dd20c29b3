-- SPDX-License-Identifier: EUPL-1.2
-- The weighing profile that is shipped: three questions in order (domein.md §1, fase 1; after the working process of the
-- municipality of Zoetermeer, in our own words). A version is never edited: a change of text or order is a new version.
set local role eigenaar;

insert into signaal.wegingsprofiel (code, versie, geldig_van, inhoud) values ('zoetermeer', 1, '2024-01-01', $profiel$
{
 "naamNl": "Zoetermeer: drie wegingen",
 "naamEn": "Zoetermeer: three weighings",
 "stappen": [
  {
   "stap": 1,
   "code": "beoordeling",
   "naamNl": "Beoordeling: is dit ondermijning?",
   "naamEn": "Assessment: is this subversive crime?",
   "vragen": [
    {
     "code": "verwevenheid",
     "naamNl": "Raken onderwereld en bovenwereld elkaar hier?",
     "naamEn": "Do the underworld and the legal world meet here?",
     "soort": "ja_nee",
     "keuzes": [],
     "hulpNl": "Georganiseerde misdaad die legale voorzieningen gebruikt, of mensen en bedrijven onder druk zet.",
     "hulpEn": "Organised crime that uses legal facilities, or puts people and companies under pressure."
    },
    {
     "code": "voorziening",
     "naamNl": "Welke legale voorziening wordt mogelijk misbruikt?",
     "naamEn": "Which legal facility may be abused?",
     "soort": "keuze",
     "keuzes": [
      {
       "code": "pand",
       "naamNl": "Pand of terrein",
       "naamEn": "Building or site"
      },
      {
       "code": "onderneming",
       "naamNl": "Onderneming",
       "naamEn": "Company"
      },
      {
       "code": "vergunning",
       "naamNl": "Vergunning",
       "naamEn": "Permit"
      },
      {
       "code": "uitkering",
       "naamNl": "Uitkering of subsidie",
       "naamEn": "Benefit or subsidy"
      },
      {
       "code": "zorg",
       "naamNl": "Zorg of jeugdhulp",
       "naamEn": "Care or youth care"
      },
      {
       "code": "geen",
       "naamNl": "Geen van deze",
       "naamEn": "None of these"
      },
      {
       "code": "onbekend",
       "naamNl": "Nog niet bekend",
       "naamEn": "Not known yet"
      }
     ],
     "hulpNl": "",
     "hulpEn": ""
    },
    {
     "code": "waargenomen",
     "naamNl": "Heeft iemand het zelf gezien of meegemaakt?",
     "naamEn": "Did somebody see or live through it?",
     "soort": "ja_nee",
     "keuzes": [],
     "hulpNl": "Horen zeggen telt minder zwaar; geef dat aan bij de betrouwbaarheid.",
     "hulpEn": "Hearsay weighs less; say so in the reliability."
    },
    {
     "code": "open_bronnen",
     "naamNl": "Wat voegen open bronnen toe?",
     "naamEn": "What do open sources add?",
     "soort": "tekst",
     "keuzes": [],
     "hulpNl": "Zoek niet verder dan nodig is om het signaal te kunnen beoordelen.",
     "hulpEn": "Search no further than judging the signal needs."
    }
   ],
   "uitkomsten": [
    {
     "code": "ja",
     "naamNl": "Ja, mogelijk ondermijning",
     "naamEn": "Yes, possibly subversive crime",
     "gevolg": "verder",
     "naarWie": false
    },
    {
     "code": "nee",
     "naamNl": "Nee, niet oppakken",
     "naamEn": "No, do not take up",
     "gevolg": "niet_opgepakt",
     "naarWie": false
    }
   ]
  },
  {
   "stap": 2,
   "code": "praktisch",
   "naamNl": "Praktische weging: heeft de gemeente een rol?",
   "naamEn": "Practical weighing: has the municipality a role?",
   "vragen": [
    {
     "code": "grondgebied",
     "naamNl": "Speelt het zich af op ons grondgebied?",
     "naamEn": "Does it play out on our territory?",
     "soort": "ja_nee",
     "keuzes": [],
     "hulpNl": "",
     "hulpEn": ""
    },
    {
     "code": "bevoegdheid",
     "naamNl": "Heeft de gemeente een bevoegdheid of taak waarmee zij iets kan doen?",
     "naamEn": "Has the municipality a power or task with which it can act?",
     "soort": "ja_nee",
     "keuzes": [],
     "hulpNl": "Denk aan vergunningen, toezicht, de Opiumwet, de BRP, uitkeringen of de openbare orde.",
     "hulpEn": "Think of permits, inspection, the Opium Act, the persons register, benefits or public order."
    },
    {
     "code": "welke",
     "naamNl": "Welke bevoegdheid of welke afdeling?",
     "naamEn": "Which power or which department?",
     "soort": "tekst",
     "keuzes": [],
     "hulpNl": "",
     "hulpEn": ""
    },
    {
     "code": "loopt_al",
     "naamNl": "Is een andere partij hier al mee bezig?",
     "naamEn": "Is another party already on it?",
     "soort": "ja_nee",
     "keuzes": [],
     "hulpNl": "Stem dan eerst af, zodat niemand elkaar in de weg loopt.",
     "hulpEn": "Then agree first, so that nobody gets in the other's way."
    }
   ],
   "uitkomsten": [
    {
     "code": "ja",
     "naamNl": "Ja, er is een rol voor ons",
     "naamEn": "Yes, there is a role for us",
     "gevolg": "verder",
     "naarWie": false
    },
    {
     "code": "nee",
     "naamNl": "Nee, niet oppakken",
     "naamEn": "No, do not take up",
     "gevolg": "niet_opgepakt",
     "naarWie": false
    },
    {
     "code": "doorsturen",
     "naamNl": "Nee, doorsturen naar wie er wel over gaat",
     "naamEn": "No, forward to whom it concerns",
     "gevolg": "doorgestuurd",
     "naarWie": true
    }
   ]
  },
  {
   "stap": 3,
   "code": "zwaarte",
   "naamNl": "Zwaarteweging: hoe ingewikkeld is het?",
   "naamEn": "Weight: how complicated is it?",
   "vragen": [
    {
     "code": "wie_nodig",
     "naamNl": "Wie zijn er nodig om dit aan te pakken?",
     "naamEn": "Who is needed to tackle this?",
     "soort": "keuze",
     "keuzes": [
      {
       "code": "een",
       "naamNl": "Eén discipline",
       "naamEn": "One discipline"
      },
      {
       "code": "meer",
       "naamNl": "Meer afdelingen van de gemeente",
       "naamEn": "Several municipal departments"
      },
      {
       "code": "partners",
       "naamNl": "De gemeente met partners",
       "naamEn": "The municipality with partners"
      },
      {
       "code": "regio",
       "naamNl": "Meer dan het kernteam aankan",
       "naamEn": "More than the core team can handle"
      }
     ],
     "hulpNl": "",
     "hulpEn": ""
    },
    {
     "code": "schaal",
     "naamNl": "Hoe ver reikt het?",
     "naamEn": "How far does it reach?",
     "soort": "keuze",
     "keuzes": [
      {
       "code": "plek",
       "naamNl": "Eén plek",
       "naamEn": "One place"
      },
      {
       "code": "gemeente",
       "naamNl": "Meer plekken in de gemeente",
       "naamEn": "More places in the municipality"
      },
      {
       "code": "regio",
       "naamNl": "De regio",
       "naamEn": "The region"
      },
      {
       "code": "land",
       "naamNl": "Het hele land of daarbuiten",
       "naamEn": "The whole country or beyond"
      }
     ],
     "hulpNl": "",
     "hulpEn": ""
    },
    {
     "code": "gevaar",
     "naamNl": "Is er gevaar voor bewoners of medewerkers?",
     "naamEn": "Is there danger to residents or staff?",
     "soort": "ja_nee",
     "keuzes": [],
     "hulpNl": "Bel bij direct gevaar de politie; wacht niet op de weging.",
     "hulpEn": "In immediate danger call the police; do not wait for the weighing."
    },
    {
     "code": "spoed",
     "naamNl": "Hoe snel moet er iets gebeuren?",
     "naamEn": "How soon must something be done?",
     "soort": "keuze",
     "keuzes": [
      {
       "code": "rustig",
       "naamNl": "Kan gewoon op de agenda",
       "naamEn": "Can go on the agenda"
      },
      {
       "code": "weken",
       "naamNl": "Binnen enkele weken",
       "naamEn": "Within a few weeks"
      },
      {
       "code": "dagen",
       "naamNl": "Binnen enkele dagen",
       "naamEn": "Within a few days"
      }
     ],
     "hulpNl": "",
     "hulpEn": ""
    }
   ],
   "uitkomsten": [
    {
     "code": "eenvoudig",
     "naamNl": "Eenvoudig: één discipline pakt het op",
     "naamEn": "Simple: one discipline takes it up",
     "gevolg": "monodisciplinair",
     "naarWie": true
    },
    {
     "code": "gecompliceerd",
     "naamNl": "Gecompliceerd: casus onder regie van de gemeente",
     "naamEn": "Complicated: a case directed by the municipality",
     "gevolg": "casus_openen",
     "naarWie": false
    },
    {
     "code": "complex",
     "naamNl": "Complex: inbrengen bij het RIEC",
     "naamEn": "Complex: put before the RIEC",
     "gevolg": "bij_riec",
     "naarWie": false
    }
   ]
  }
 ]
}
$profiel$)
on conflict (code, versie) do nothing;
insert into signaal.profielkeuze (organisatie, code, versie)
select nummer, 'zoetermeer', 1 from toegang.organisatie where soort = 'gemeente'
on conflict (organisatie) do nothing;
