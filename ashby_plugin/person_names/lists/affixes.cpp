#include "person_names/lists/lists.hpp"

#include <algorithm>
#include <iterator>

namespace ashby::names {
namespace {

// clang-format would put each word on a line of its own.
// clang-format off
constexpr std::string_view kTitlesWords[] = {
    "adm", "admiral", "alderman", "amb", "ambassador", "appellate", "arc", "archbishop", "archdeacon",
    "arq", "assistant", "assoc", "associate", "asst", "attorney", "atty", "aunt", "avv", "bakk", "barr",
    "barrister", "bc", "bpk", "brig", "brigadier", "brother", "capt", "captain", "cav", "cdr", "ceo",
    "cfo", "chairman", "chairperson", "chairwoman", "chaplain", "chief", "cllr", "cmdr", "coach", "col",
    "colonel", "comdr", "commander", "commodore", "congressman", "congresswoman", "corporal", "councillor",
    "cpl", "cpt", "cto", "d-l", "d-na", "dame", "datin", "dato", "dato'", "datuk", "ddr", "deputy",
    "designated", "det", "detective", "dhr", "dipl", "dipl-ing", "district", "dkfm", "dl", "dna", "doctor",
    "dott", "dottore", "dottoressa", "dottssa", "doña", "dr", "dra", "drs", "drssa", "dña", "encik",
    "enga", "engo", "engr", "exma", "exmo", "fam", "familie", "famille", "father", "fr", "frau", "frk",
    "frl", "fru", "fräulein", "fröken", "frøken", "general", "geom", "gosp", "gospodin", "gospođa", "gov",
    "governor", "gysgt", "gđa", "herr", "herra", "hon", "hon'ble", "honorable", "honourable", "hr", "hra",
    "hrh", "hrn", "insp", "inspector", "inż", "ir", "judge-advocate", "judr", "king", "lady", "lcdr",
    "lcpl", "lek", "lieutenant", "lord", "lt", "ltcdr", "ltcol", "ltgen", "ltgov", "madam", "madame",
    "mademoiselle", "mag", "magistrate", "maharaja", "maid", "maj", "maître", "meneer", "messrs", "mevr",
    "mevrouw", "mga", "mgr", "minister", "miss", "missus", "mister", "mlle", "mme", "monsieur",
    "monsignor", "mother", "mr", "mrs", "ms", "msgr", "msgt", "mudr", "mvdr", "mw", "mx", "neiti", "nurse",
    "officer", "paeddr", "paní", "pfc", "phdr", "pope", "pres", "president", "prof", "professor",
    "professoressa", "profssa", "provost", "pst", "puan", "pvt", "pán", "pí", "queen", "rabbi", "radm",
    "rag", "rep", "representative", "rev", "revd", "reverend", "rndr", "rouva", "rt", "rva", "sayin",
    "sayın", "sec", "secretary", "senator", "senior", "senor", "senora", "senorita", "sergeant", "señor",
    "señora", "señorita", "sgt", "shaikh", "sheikh", "sheriff", "shri", "signa", "signor", "signora",
    "signore", "signorina", "sigra", "sir", "sister", "slecna", "slečna", "smt", "solicitor", "spc", "sr",
    "sra", "srta", "ssgt", "superintendent", "supreme", "supt", "thdr", "tsgt", "uncle", "undersecretary",
    "univ-prof", "vadm", "ven", "veuve", "vice", "vve", "δρ", "κα", "κος", "κυρία", "κύριος", "г-жа",
    "г-н", "господин", "госпожа", "д-р", "др", "пан", "пані", "גב'", "ד״ר", "מר", "الأستاذ", "الأستاذة",
    "الدكتور", "الدكتورة", "السيدة", "المهندس", "المهندسة", "د", "डॉ", "श्री", "श्रीमती", "นาง", "นางสาว",
    "นาย"};

constexpr std::string_view kTitlesBeforeGivenNamesWords[] = {
    "aunt", "brother", "dame", "father", "king", "lady", "lord", "maharaja", "maid", "mother", "pope",
    "queen", "shaikh", "sheikh", "shri", "sir", "sister", "uncle"};

constexpr std::string_view kTitlesOrGivenNamesWords[] = {
    "abbot", "alhaji", "bapak", "baron", "baroness", "bay", "bayan", "bishop", "canon", "cardinal",
    "chancellor", "commissioner", "count", "countess", "daw", "deacon", "duchess", "duke", "elder", "emir",
    "fray", "gen", "haji", "hajia", "hajj", "hajji", "ibu", "imam", "judge", "justice", "khun",
    "magistrate-judge", "major", "marshal", "master", "pandit", "pastor", "prince", "princess",
    "principal", "sen", "sor", "sultan", "tengku", "tun", "tunku", "ustadh", "ustaz", "viscount", "السيد"};

constexpr std::string_view kGivenNamesOrTitlesWords[] = {
    "arch", "dean", "doc", "dom", "don", "earl", "eng", "guru", "ing", "lic", "seri", "sig", "sri"};

constexpr std::string_view kGivenAbbreviationsWords[] = {
    "abd", "al", "alex", "ant", "ben", "benj", "ch", "chas", "chr", "dan", "danl", "dmitr", "dz", "ed",
    "edw", "eug", "ev", "fco", "fdo", "fred", "geo", "gul", "hy", "jan", "jas", "jno", "jo", "joe", "joh",
    "jon", "jos", "ju", "ken", "kh", "ma", "matt", "md", "mich", "moh", "mohd", "muhd", "nath", "nic",
    "pat", "ph", "rich", "robt", "sam", "saml", "sh", "sim", "st", "ste", "sy", "th", "theo", "thos", "tim",
    "tom", "ts", "wilh", "will", "wm", "ya", "yu", "zh"};

constexpr std::string_view kGenerationsWords[] = {
    "1st", "2nd", "3rd", "4th", "5th", "6th", "esq", "esquire", "fils", "ii", "iii", "iv", "ix", "jnr",
    "jr", "ml", "snr", "sr", "vi", "vii", "viii", "xii", "xiii"};

constexpr std::string_view kGenerationsOrNamesWords[] = {
    "filho", "hijo", "junior", "júnior", "neta", "neto", "senior", "sobrinho"};

constexpr std::string_view kCredentialsWords[] = {
    "aat", "acca", "acii", "acis", "acma", "aia", "aicp", "aicpa", "asq", "bba", "bch", "bchir", "bcom",
    "bdes", "bds", "beng", "bfa", "blaw", "bpharm", "bphil", "bsc", "bsee", "bsme", "bsn", "btech", "bvsc",
    "caia", "cams", "cbap", "cbe", "ccie", "ccna", "ccnp", "ccp", "ccsp", "cdp", "cebs", "cehrs", "cfa",
    "cfe", "cfp", "cfre", "cgap", "cgfm", "cgma", "chfc", "chfi", "cima", "cipd", "cipm", "cipp", "cisa",
    "cism", "cissp", "clu", "cma", "cmg", "cmgr", "cnm", "cnp", "cpa", "cpc", "cpcu", "cphr", "cpim",
    "cpp", "cpsm", "crisc", "crna", "csc", "cscp", "cscs", "csep", "csi", "csm", "csp", "cssp", "cssr",
    "csw", "dba", "dbe", "dclinpsy", "dds", "dfc", "dlitt", "dmd", "dmin", "dnp", "dphil", "dpm", "dpt",
    "drph", "drsc", "dsc", "dsm", "dso", "dsw", "dvm", "edd", "edm", "eds", "emba", "faca", "facs", "faia",
    "fca", "fcca", "fccp", "fcii", "fcipd", "fcma", "fcsi", "fmva", "frca", "frcp", "frcs", "frics", "frm",
    "frs", "fsa", "gbe", "gcb", "gphr", "icf", "ipma", "itil", "jdmba", "jsd", "kbe", "kc", "kcb", "kcmg",
    "kg", "kt", "lcpc", "lcsw", "ldn", "leed", "llb", "lld", "llm", "lls", "lmft", "lmhc", "lpc", "lpn",
    "lutc", "macc", "mba", "mbbch", "mbbs", "mbchb", "mbe", "mcipd", "mcips", "mclinpsych", "mcom", "mcp",
    "mcse", "mcsi", "mct", "md", "mdes", "mdiv", "meng", "mfa", "mhrm", "mieee", "miet", "mima", "mipd",
    "mitil", "mlis", "mlitt", "mls", "mpa", "mph", "mpharm", "mphil", "mpp", "mrcgp", "mrcp", "mrcs",
    "mrcvs", "mres", "mrics", "msc", "msci", "msed", "msee", "msme", "msn", "msocsc", "mstat", "msw",
    "mtech", "mvp", "nbct", "ncc", "np", "oaa", "obe", "ocp", "ofm", "ofs", "osb", "ot", "pgce", "pgdip",
    "pharmd", "phd", "phdc", "phdt", "phr", "pmp", "psc", "psm", "psyd", "qc", "rdn", "ret", "retd", "rgn",
    "rics", "rn", "rnc", "rnmh", "rph", "rtt", "scd", "sdb", "shrm-cp", "shrm-scp", "sj", "sjd", "sphr",
    "ssbb", "sscp", "ssgb", "thd", "togaf", "usaf", "usmc", "usn"};

constexpr std::string_view kCredentialsOrNamesWords[] = {
    "aca", "ace", "ae", "apr", "asa", "ba", "bart", "be", "bed", "bs", "ca", "cme", "dc", "dip", "do", "ed",
    "jd", "la", "ma", "med", "mp", "ms", "od", "om", "op", "pa", "pac", "pe", "ra", "rd", "se", "vc"};

constexpr std::string_view kParticlesWords[] = {
    "'t", "a/l", "a/p", "aan", "abu", "af", "ait", "al", "anak", "ap", "arap", "av", "aït", "bin", "bint",
    "binte", "binti", "d'", "d/o", "da", "dal", "dall'", "dalla", "dalle", "das", "de", "de'", "degli",
    "dei", "del", "dela", "dell'", "della", "delle", "dello", "delos", "dem", "den", "der", "des", "di",
    "do", "dos", "du", "el", "ferch", "fitz", "ibn", "l'", "la", "las", "le", "los", "mac", "mc", "mhic",
    "nic", "ní", "o'", "ould", "s/o", "saint", "santa", "st", "ste", "ten", "ter", "ul", "umm", "uí",
    "van", "vande", "vanden", "vander", "vom", "von", "zu", "zum", "zur", "ó", "ван", "дер", "фон", "בן",
    "בת", "آل", "أبو", "أم", "ابن", "ابو", "ام", "بن", "بنت"};

constexpr std::string_view kLowerCaseParticlesWords[] = {
    "'s", "aan", "ab", "af", "am", "ap", "auf", "av", "bar", "bat", "ben", "bon", "delli", "het", "im",
    "in", "li", "lo", "of", "op", "san", "te", "tot", "uit", "ul", "vel", "ver", "wa", "zu", "ó"};

constexpr std::string_view kOpeningParticlesWords[] = {
    "af", "av", "d'", "da", "dal", "dalla", "das", "de", "degli", "dei", "del", "dela", "dell'", "della",
    "delle", "dello", "delos", "des", "di", "do", "dos", "du", "ten", "ter", "van", "vom", "von", "zu",
    "zum", "zur"};

constexpr std::string_view kBoundGivenNamesWords[] = {
    "abd", "abdal", "abdel", "abdool", "abdoul", "abdu", "abdul", "abdur", "abdus", "abdush", "abou",
    "abu", "abul", "أبو", "ابو", "عبد"};

constexpr std::string_view kDevotedGivenNamesWords[] = {
    "ana", "flor", "jose", "josé", "juan", "luz", "ma", "maria", "mary", "maría", "mª", "rosa"};

constexpr std::string_view kDevotionsWords[] = {
    "angeles", "carmen", "conceicao", "conceição", "concepcion", "concepción", "consuelo", "cristo", "dios",
    "dolores", "esperanza", "fatima", "fátima", "gloria", "glória", "gracia", "graça", "guadalupe", "jesus",
    "jesús", "lourdes", "luz", "mar", "milagros", "montserrat", "nieves", "paz", "pilar", "refugio",
    "remedios", "rocio", "rocío", "rosario", "socorro", "soledad", "valle", "ángeles"};

constexpr std::string_view kCompaniesWords[] = {
    "associates", "association", "company", "consulting", "corp", "corporation", "department",
    "enterprises", "foundation", "gmbh", "holdings", "inc", "incorporated", "institute", "limited", "llc",
    "llp", "ltd", "partners", "plc", "pty", "services", "solutions", "technologies", "undersigned",
    "university"};

constexpr std::string_view kNobilityWords[] = {
    "baron", "baronin", "burggraf", "edle", "edler", "freifrau", "freiherr", "freiin", "fürst", "fürstin",
    "graf", "gräfin", "herzog", "herzogin", "jonkheer", "jonkvrouw", "markgraf", "prinz", "prinzessin",
    "reichsgraf", "ritter"};

constexpr std::string_view kQualificationsWords[] = {
    "accountant", "accounting", "accredited", "actor", "actress", "advanced", "adviser", "advisor",
    "advocate", "agile", "agilist", "analyst", "apprentice", "architect", "artist", "assoc", "associate",
    "attorney", "auditor", "author", "award", "bachelor", "barrister", "belt", "bishop", "black", "board",
    "business", "candidate", "certificate", "certified", "chartered", "chief", "clinical", "coach",
    "consultant", "counsel", "counsellor", "counselor", "deceased", "degree", "dentist", "developer",
    "diploma", "director", "distinction", "doctor", "doctorate", "editor", "engineer", "engineering",
    "examiner", "expert", "fellow", "finance", "foundation", "founder", "freelance", "freelancer",
    "graduate", "green", "honours", "hons", "instructor", "intern", "judge", "justice", "lawyer", "lead",
    "leader", "lean", "licensed", "management", "manager", "master", "masters", "mediator", "member",
    "midwife", "minister", "nurse", "nursing", "nutritionist", "officer", "owner", "paralegal", "partner",
    "pastor", "pharmacist", "physician", "physiotherapist", "planner", "practitioner", "president",
    "product", "professional", "professor", "program", "programme", "project", "psychologist",
    "psychotherapist", "qualified", "registered", "retired", "reverend", "scholar", "science", "scientist",
    "scrum", "secretary", "security", "sigma", "six", "social", "solicitor", "specialist", "student",
    "surveyor", "teacher", "technician", "technologist", "therapist", "trainee", "trainer", "translator",
    "vet", "veterinarian", "worker", "writer"};

// clang-format on

static_assert(std::is_sorted(std::begin(kTitlesWords), std::end(kTitlesWords)));
static_assert(std::is_sorted(std::begin(kTitlesBeforeGivenNamesWords),
                             std::end(kTitlesBeforeGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kTitlesOrGivenNamesWords), std::end(kTitlesOrGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kGivenNamesOrTitlesWords), std::end(kGivenNamesOrTitlesWords)));
static_assert(std::is_sorted(std::begin(kGivenAbbreviationsWords), std::end(kGivenAbbreviationsWords)));
static_assert(std::is_sorted(std::begin(kGenerationsWords), std::end(kGenerationsWords)));
static_assert(std::is_sorted(std::begin(kGenerationsOrNamesWords), std::end(kGenerationsOrNamesWords)));
static_assert(std::is_sorted(std::begin(kCredentialsWords), std::end(kCredentialsWords)));
static_assert(std::is_sorted(std::begin(kCredentialsOrNamesWords), std::end(kCredentialsOrNamesWords)));
static_assert(std::is_sorted(std::begin(kParticlesWords), std::end(kParticlesWords)));
static_assert(std::is_sorted(std::begin(kLowerCaseParticlesWords), std::end(kLowerCaseParticlesWords)));
static_assert(std::is_sorted(std::begin(kOpeningParticlesWords), std::end(kOpeningParticlesWords)));
static_assert(std::is_sorted(std::begin(kBoundGivenNamesWords), std::end(kBoundGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kDevotedGivenNamesWords), std::end(kDevotedGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kDevotionsWords), std::end(kDevotionsWords)));
static_assert(std::is_sorted(std::begin(kCompaniesWords), std::end(kCompaniesWords)));
static_assert(std::is_sorted(std::begin(kNobilityWords), std::end(kNobilityWords)));
static_assert(std::is_sorted(std::begin(kQualificationsWords), std::end(kQualificationsWords)));

}  // namespace

const WordList kTitles{kTitlesWords, std::size(kTitlesWords)};
const WordList kTitlesBeforeGivenNames{kTitlesBeforeGivenNamesWords, std::size(kTitlesBeforeGivenNamesWords)};
const WordList kTitlesOrGivenNames{kTitlesOrGivenNamesWords, std::size(kTitlesOrGivenNamesWords)};
const WordList kGivenNamesOrTitles{kGivenNamesOrTitlesWords, std::size(kGivenNamesOrTitlesWords)};
const WordList kGivenAbbreviations{kGivenAbbreviationsWords, std::size(kGivenAbbreviationsWords)};
const WordList kGenerations{kGenerationsWords, std::size(kGenerationsWords)};
const WordList kGenerationsOrNames{kGenerationsOrNamesWords, std::size(kGenerationsOrNamesWords)};
const WordList kCredentials{kCredentialsWords, std::size(kCredentialsWords)};
const WordList kCredentialsOrNames{kCredentialsOrNamesWords, std::size(kCredentialsOrNamesWords)};
const WordList kParticles{kParticlesWords, std::size(kParticlesWords)};
const WordList kLowerCaseParticles{kLowerCaseParticlesWords, std::size(kLowerCaseParticlesWords)};
const WordList kOpeningParticles{kOpeningParticlesWords, std::size(kOpeningParticlesWords)};
const WordList kBoundGivenNames{kBoundGivenNamesWords, std::size(kBoundGivenNamesWords)};
const WordList kDevotedGivenNames{kDevotedGivenNamesWords, std::size(kDevotedGivenNamesWords)};
const WordList kDevotions{kDevotionsWords, std::size(kDevotionsWords)};
const WordList kCompanies{kCompaniesWords, std::size(kCompaniesWords)};
const WordList kNobility{kNobilityWords, std::size(kNobilityWords)};
const WordList kQualifications{kQualificationsWords, std::size(kQualificationsWords)};

}  // namespace ashby::names
