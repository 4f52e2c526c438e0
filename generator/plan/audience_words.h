#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// ASCII and the Latin letters of two bytes (æ ø å é ü …) in lower case.
std::string lower(std::string_view text);

/// The words of a text as written; a hyphen parts them.
std::vector<std::string> words_in(std::string_view text);

/// Whether a byte is of a letter; every letter but those of ASCII counts.
bool is_letter(char c);

/// Whether a name stands in a text as a word, with or without the s of the genitive.
bool mentions(std::string_view text, std::string_view name);

/// The ways in which a text that is read (as_read) is compared with another, æ, ø and å as ids write them: as it is; with
/// the parts of hyphened words joined; and with a blank for every sign and between the words of an `idLikeThis`. Those that
/// differ from the first one, which is always there.
std::vector<std::string> spellings(std::string_view text);

/// Whether a text is written like an id or an address: small letters of ASCII without a blank.
bool is_like_id(std::string_view text);

/// An address on the web with its words apart: `?sted=S%C3%B8+Park` is `?sted=Sø Park`.
std::string words_of_address(std::string_view address);

}  // namespace plan
