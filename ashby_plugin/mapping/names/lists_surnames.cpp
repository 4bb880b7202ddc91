#include "mapping/names/lists.hpp"

#include <algorithm>
#include <iterator>

namespace ashby::names {
namespace {

// clang-format would put each word on a line of its own.
// clang-format off
constexpr std::string_view kSpanishSurnamesWords[] = {
    "acosta", "aguilar", "aguilera", "aguirre", "alarcon", "allende", "alvarez", "aranda", "arango", "arce",
    "arellano", "arias", "arroyo", "avila", "aznar", "ballesteros", "barrera", "barrios", "beltran",
    "benitez", "bernal", "bolivar", "borges", "busquets", "bustamante", "caballero", "cabrera", "calderon",
    "calvo", "camacho", "campos", "cano", "cantu", "cardenas", "carmona", "carranza", "carrasco",
    "carrillo", "casado", "casas", "castillo", "castro", "cervantes", "chavez", "cisneros", "contreras",
    "cordoba", "cordova", "cortes", "crespo", "cuellar", "cuesta", "delgado", "diaz", "diez", "dominguez",
    "duarte", "duran", "echeverria", "elizondo", "enriquez", "escamilla", "escobar", "escudero", "espinosa",
    "espinoza", "estevez", "estrada", "exposito", "fernandez", "ferrer", "figueroa", "flores", "fuentes",
    "galan", "gallardo", "gallego", "gallegos", "galvan", "garcia", "garrido", "garza", "gimenez", "gomez",
    "gonzalez", "granados", "guerra", "guerrero", "guillen", "guzman", "heredia", "hernandez", "herrera",
    "herrero", "hidalgo", "huerta", "ibanez", "ibarra", "iglesias", "iniesta", "jimenez", "juarez", "leyva",
    "linares", "llosa", "lopez", "lorca", "lozano", "lugo", "luque", "macias", "maldonado", "marin",
    "marquez", "martinez", "mateos", "medina", "mejia", "melendez", "mendez", "mendoza", "menendez",
    "merino", "messi", "meza", "miranda", "molina", "monroy", "montero", "montes", "montoya", "morales",
    "moreno", "munoz", "murillo", "nadal", "narvaez", "navarro", "neruda", "nieto", "nunez", "ocampo",
    "ochoa", "olvera", "orozco", "ortega", "ortiz", "osorio", "otero", "pacheco", "padilla", "palacios",
    "pardo", "parera", "parra", "pena", "perez", "picasso", "pineda", "ponce", "portillo", "prieto",
    "puyol", "quintana", "quintero", "quiroz", "rajoy", "ramirez", "ramos", "rangel", "redondo", "renteria",
    "restrepo", "reyes", "rios", "rivas", "rivera", "rivero", "robles", "roca", "rodriguez", "rojas",
    "roldan", "romero", "rosales", "rosas", "rovira", "rubio", "ruiz", "ruvalcaba", "saavedra", "saez",
    "salas", "salazar", "saldana", "salinas", "sanchez", "sandoval", "santana", "sanz", "segura",
    "sepulveda", "serrano", "sierra", "soler", "solis", "soriano", "sosa", "soto", "suarez", "tapia",
    "tellez", "toledo", "torres", "tovar", "trevino", "trujillo", "urena", "uribe", "valdes", "valdez",
    "valenzuela", "valero", "vallejo", "varela", "vargas", "vasquez", "vazquez", "vega", "velasco",
    "velasquez", "velez", "vidal", "vila", "villanueva", "villar", "villarreal", "villegas", "yanez",
    "zamora", "zapata", "zapatero", "zavala", "zuniga"};

constexpr std::string_view kSpanishGivenNamesWords[] = {
    "adrian", "adriana", "agustin", "alba", "alberto", "alejandra", "alejandro", "alfonso", "alfredo",
    "alicia", "alvaro", "amparo", "ana", "andrea", "andres", "angel", "angela", "angeles", "antonia",
    "antonio", "armando", "arturo", "beatriz", "belen", "benito", "bernardo", "blanca", "camila", "carla",
    "carlos", "carmen", "carolina", "catalina", "cecilia", "cesar", "clara", "claudia", "concepcion",
    "consuelo", "cristian", "cristina", "cristobal", "daniel", "daniela", "david", "diana", "diego",
    "dolores", "domingo", "eduardo", "elena", "elisa", "eloy", "emilia", "emilio", "emma", "enrique",
    "ernesto", "esperanza", "esteban", "esther", "eugenia", "eva", "fabian", "federico", "felipe", "felix",
    "fernanda", "fernando", "francisca", "francisco", "gabriel", "gabriela", "gerardo", "german", "gloria",
    "gonzalo", "graciela", "gregorio", "guadalupe", "guillermo", "gustavo", "hector", "hugo", "humberto",
    "ignacio", "ines", "irene", "isabel", "isabella", "ismael", "ivan", "jaime", "javier", "jesus",
    "joaquin", "jorge", "jose", "josefina", "juan", "juana", "julia", "julian", "juliana", "julio", "laura",
    "leonardo", "leonor", "leticia", "lidia", "lionel", "lorena", "lorenzo", "lourdes", "lucas", "lucia",
    "luis", "luisa", "luz", "manuel", "manuela", "marcelo", "marcos", "margarita", "maria", "mariana",
    "mariano", "mario", "marta", "martin", "mateo", "matias", "mercedes", "miguel", "milagros", "monica",
    "montserrat", "natalia", "nicolas", "norma", "nuria", "olga", "oscar", "pablo", "paloma", "patricia",
    "paula", "pedro", "penelope", "pilar", "rafael", "ramiro", "ramon", "raquel", "raul", "rebeca",
    "ricardo", "roberto", "rocio", "rodrigo", "rosa", "rosario", "ruben", "salvador", "sandra", "santiago",
    "sara", "sebastian", "sergio", "silvia", "sofia", "sonia", "susana", "teresa", "tomas", "valentina",
    "valeria", "vanesa", "veronica", "vicente", "victor", "victoria", "virginia", "xavier", "ximena",
    "yolanda"};

constexpr std::string_view kVietnameseSurnamesWords[] = {
    "bui", "cao", "dang", "dinh", "do", "doan", "duong", "ho", "hoang", "huynh", "le", "luong", "ly", "ngo",
    "nguyen", "pham", "phan", "tran", "trieu", "trinh", "truong", "vo", "vu"};

constexpr std::string_view kChineseAndKoreanSurnamesWords[] = {
    "ahn", "ang", "au", "bae", "baek", "bai", "bak", "byun", "cai", "cao", "cha", "chan", "chang", "chen",
    "cheng", "cheung", "chiang", "cho", "choe", "choi", "chong", "chow", "chua", "chun", "chung", "cui",
    "dai", "deng", "ding", "dong", "du", "fan", "fang", "feng", "foo", "foong", "fu", "fung", "gao", "goh",
    "gu", "guo", "gwon", "ha", "han", "hao", "he", "heo", "ho", "hong", "hou", "hsieh", "hsu", "hu",
    "huang", "hwang", "im", "jang", "jeon", "jeong", "jia", "jiang", "jin", "jo", "joo", "jung", "kang",
    "khoo", "kim", "ko", "koh", "kong", "koo", "kwan", "kwok", "kwon", "kwong", "lai", "lam", "lau", "lee",
    "lei", "leung", "li", "liang", "lim", "lin", "liu", "loh", "long", "lu", "luo", "mak", "mao", "mok",
    "moon", "nam", "neo", "ng", "ngai", "noh", "oh", "ong", "ouyang", "pak", "pan", "park", "peng", "poon",
    "qian", "qin", "qiu", "quek", "ren", "ryu", "seo", "shao", "shen", "shi", "shin", "sim", "sima", "situ",
    "siu", "song", "su", "suh", "sun", "szeto", "tan", "tang", "tay", "teng", "teo", "tham", "tian", "toh",
    "tong", "tsai", "tsang", "tse", "tsui", "wan", "wang", "wee", "wei", "wong", "wu", "xi", "xia", "xiao",
    "xie", "xiong", "xu", "xue", "yang", "yao", "yeo", "yeung", "yin", "yip", "yoo", "yoon", "yu", "yuan",
    "yuen", "yun", "zeng", "zhang", "zhao", "zheng", "zhong", "zhou", "zhu", "zhuge", "zou"};

constexpr std::string_view kAlsoWesternGivenNamesWords[] = {
    "ang", "cha", "cho", "dai", "do", "fan", "ha", "han", "he", "ho", "hong", "im", "jia", "jin", "joo",
    "kim", "le", "lee", "lei", "lin", "long", "nam", "noh", "oh", "ong", "ren", "sim", "song", "tan",
    "tian", "young"};

constexpr std::string_view kJapaneseSurnamesWords[] = {
    "ando", "aoki", "endo", "fujii", "fujita", "fujiwara", "fukuda", "harada", "hasegawa", "hashimoto",
    "hayashi", "honda", "ikeda", "imai", "inoue", "ishida", "ishii", "ishikawa", "ito", "kaneko", "kato",
    "kimura", "kobayashi", "kojima", "kondo", "kudo", "maeda", "maruyama", "matsuda", "matsumoto", "miura",
    "miyamoto", "miyazaki", "morita", "murakami", "nakagawa", "nakajima", "nakamura", "nakano", "nakayama",
    "nishimura", "oda", "ogawa", "ohno", "ohtani", "okada", "okamoto", "ota", "saito", "sakai", "sakamoto",
    "sasaki", "sato", "shibata", "shimizu", "sugiyama", "suzuki", "takagi", "takahashi", "takeuchi",
    "tamura", "tanaka", "taniguchi", "tokugawa", "toyota", "uchida", "ueda", "ueno", "wada", "watanabe",
    "yamada", "yamaguchi", "yamamoto", "yamashita", "yamazaki", "yokoyama", "yoshida"};

constexpr std::string_view kKoreanScriptSurnamesWords[] = {
    "강", "경", "고", "공", "곽", "구", "국", "권", "금", "기", "길", "김", "남", "남궁", "노", "도", "독고", "동방", "류", "마",
    "맹", "명", "모", "문", "민", "박", "반", "방", "배", "백", "변", "봉", "부", "사", "사공", "서", "서문", "석", "선", "선우",
    "설", "성", "소", "손", "송", "신", "심", "안", "양", "어", "엄", "여", "연", "염", "예", "오", "옥", "왕", "용", "우", "원",
    "위", "유", "육", "윤", "은", "이", "인", "임", "장", "전", "정", "제", "제갈", "조", "주", "지", "진", "차", "채", "천",
    "최", "추", "탁", "태", "편", "표", "하", "한", "함", "허", "현", "홍", "황", "황보"};

constexpr std::string_view kHanScriptSurnamesWords[] = {
    "丁", "万", "上官", "乔", "于", "任", "何", "余", "侯", "傅", "冯", "刘", "劉", "卢", "史", "叶", "司徒", "司馬", "司马", "吕",
    "吳", "吴", "呂", "周", "唐", "夏", "姚", "姜", "孔", "孙", "孟", "孫", "宋", "尹", "崔", "常", "康", "廖", "张", "張", "彭",
    "徐", "戴", "文", "方", "易", "曹", "曾", "朱", "李", "杜", "杨", "林", "梁", "楊", "欧阳", "歐陽", "武", "段", "毛", "江",
    "汤", "汪", "沈", "潘", "熊", "王", "田", "白", "皇甫", "盧", "石", "秦", "程", "罗", "羅", "胡", "苏", "范", "萧", "葉",
    "董", "蒋", "蔡", "蔣", "蕭", "薛", "蘇", "袁", "許", "諸葛", "謝", "譚", "许", "诸葛", "谢", "谭", "賈", "贺", "贾", "赖",
    "赵", "趙", "邓", "邱", "邵", "邹", "郑", "郝", "郭", "鄧", "鄭", "金", "鍾", "钟", "钱", "阎", "陆", "陈", "陳", "韓", "韩",
    "顾", "馬", "馮", "马", "高", "魏", "黃", "黄", "黎", "龙", "龚"};

// clang-format on

static_assert(std::is_sorted(std::begin(kSpanishSurnamesWords), std::end(kSpanishSurnamesWords)));
static_assert(std::is_sorted(std::begin(kSpanishGivenNamesWords), std::end(kSpanishGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kVietnameseSurnamesWords), std::end(kVietnameseSurnamesWords)));
static_assert(std::is_sorted(std::begin(kChineseAndKoreanSurnamesWords),
                             std::end(kChineseAndKoreanSurnamesWords)));
static_assert(std::is_sorted(std::begin(kAlsoWesternGivenNamesWords), std::end(kAlsoWesternGivenNamesWords)));
static_assert(std::is_sorted(std::begin(kJapaneseSurnamesWords), std::end(kJapaneseSurnamesWords)));
static_assert(std::is_sorted(std::begin(kKoreanScriptSurnamesWords), std::end(kKoreanScriptSurnamesWords)));
static_assert(std::is_sorted(std::begin(kHanScriptSurnamesWords), std::end(kHanScriptSurnamesWords)));

}  // namespace

const WordList kSpanishSurnames{kSpanishSurnamesWords, std::size(kSpanishSurnamesWords)};
const WordList kSpanishGivenNames{kSpanishGivenNamesWords, std::size(kSpanishGivenNamesWords)};
const WordList kVietnameseSurnames{kVietnameseSurnamesWords, std::size(kVietnameseSurnamesWords)};
const WordList kChineseAndKoreanSurnames{kChineseAndKoreanSurnamesWords,
                                         std::size(kChineseAndKoreanSurnamesWords)};
const WordList kAlsoWesternGivenNames{kAlsoWesternGivenNamesWords, std::size(kAlsoWesternGivenNamesWords)};
const WordList kJapaneseSurnames{kJapaneseSurnamesWords, std::size(kJapaneseSurnamesWords)};
const WordList kKoreanScriptSurnames{kKoreanScriptSurnamesWords, std::size(kKoreanScriptSurnamesWords)};
const WordList kHanScriptSurnames{kHanScriptSurnamesWords, std::size(kHanScriptSurnamesWords)};

}  // namespace ashby::names
