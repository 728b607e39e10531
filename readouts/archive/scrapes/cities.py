"""Capitals and meeting cities whose country needs no printing; a name of two well-known cities
(Georgetown, Kingston, Tripoli, Victoria) is left out."""

from __future__ import annotations

from functools import cache

from readouts.archive.scrapes.cities_abroad import cities_abroad
from readouts.folding import fold

# Compared without accents. Old names stay beside the new: Nur-Sultan was Astana's 2019 to 2022.
_CITIES = """
AE Al Ain; Fujairah; Ras Al Khaimah
AE Abu Dhabi; Dubai; Sharjah
AF Kabul; Kandahar
AL Tirana
AM Yerevan
AO Luanda
AR Buenos Aires
AT Vienna; Salzburg; Alpbach
AU Melbourne; Perth; Adelaide; Hobart; Darwin; Cairns
AU Canberra; Sydney; Brisbane
AZ Baku; Shusha; Ganja
BA Sarajevo; Banja Luka
BB Bridgetown
BD Dhaka; Cox's Bazar
BE Brussels; Bruges; Bruxelles
BF Ouagadougou
BG Sofia
BH Manama
BI Bujumbura; Gitega
BJ Cotonou; Porto-Novo
BN Bandar Seri Begawan
BO Cochabamba
BR Fortaleza; Recife; Manaus; Salvador de Bahia
BR Brasilia; Rio de Janeiro; Sao Paulo; Belem
BS Nassau
BT Thimphu
BW Gaborone
BY Minsk
BZ Belmopan
CA Quebec City; Halifax; Calgary; Edmonton; Winnipeg; Banff
CA Ottawa; Toronto; Montreal; Vancouver; Kananaskis; Charlevoix
CD Kinshasa; Goma; Bukavu; Lubumbashi
CF Bangui
CG Brazzaville
CH Basel; St. Gallen; Bellinzona
CH Geneva; Bern; Berne; Davos; Montreux; Lausanne; Zurich; Lugano; Crans-Montana
CH Burgenstock; Mont Pelerin; Geneve
CI Abidjan; Yamoussoukro
CL Santiago de Chile
CM Yaounde
CN Nanjing; Xiamen; Sanya; Wuhan; Chengdu; Chongqing; Guilin; Lhasa; Kunming; Qingdao
CN Beijing; Shanghai; Hangzhou; Tianjin; Shenzhen; Guangzhou; Xi'an; Peking; Boao
CO Bogota; Cartagena de Indias
CU Havana
CV Praia
CY Nicosia
CZ Prague
DE Frankfurt; Cologne; Dresden; Potsdam; Stuttgart; Meseberg; Ramstein; Düsseldorf; Leipzig
DE Berlin; Bonn; Munich; Hamburg; Heiligendamm; Schloss Elmau
DJ Djibouti City
DK Copenhagen
DO Santo Domingo
DZ Algiers
EC Quito
EE Tallinn
EG Luxor; Alexandria; Aswan; Hurghada
EG Cairo; Sharm el-Sheikh; Sharm El Sheikh; Sharm el Sheikh; El Arish
ER Asmara
ES Malaga; Granada; Valencia; Palma; Santander; Toledo
ES Madrid; Barcelona; Zaragoza; Seville
ET Addis Ababa; Addis Abeba
FI Helsinki; Turku; Naantali; Rovaniemi
FJ Suva
FR Lyon; Nice; Bordeaux; Toulouse; Lille; Versailles
FR Paris; Strasbourg; Cannes; Biarritz; Deauville; Evian; Marseille
GA Libreville
GB Liverpool; Manchester; Birmingham; Glasgow; Windsor; Chequers; Oxford; Lancaster House
GB London; Edinburgh; Glasgow; Gleneagles; Lough Erne; Carbis Bay; Belfast; Cardiff
GE Batumi; Sukhumi; Tbilisi
GH Accra
GM Banjul
GN Conakry
GQ Malabo
GR Athens; Thessaloniki
GT Guatemala City
GW Bissau
HN Tegucigalpa
HR Zagreb; Dubrovnik
HT Port-au-Prince
HU Budapest
ID Yogyakarta; Surabaya; Lombok; Labuan Bajo; Bogor
ID Jakarta; Bali; Nusa Dua; Bandung
IE Dublin; Shannon; Galway
IL Caesarea; Herzliya; Eilat
IL Tel Aviv; Haifa
IN Hyderabad; Chennai; Jaipur; Goa; Udaipur; Ahmedabad; Varanasi; Srinagar; Guwahati
IN New Delhi; Mumbai; Bengaluru; Kolkata
IQ Baghdad; Erbil; Basra
IR Tehran; Teheran
IS Reykjavik
IT Florence; Palermo; Bologna; Genoa; Trieste; Castel Gandolfo; Capri
IT Rome; Milan; L'Aquila; Taormina; Bari; Turin; Venice; Naples; Brindisi; Borgo Egnazia
JO Irbid; Petra; Madaba
JO Amman; Aqaba; Dead Sea; Zaatari
JP Karuizawa; Fukuoka; Niigata; Takamatsu; Shima; Okinawa
JP Tokyo; Kyoto; Osaka; Hiroshima; Nagasaki; Sendai; Yokohama; Ise-Shima; Toyako; Nagoya
JP Sapporo
KE Nairobi; Mombasa
KG Bishkek; Cholpon-Ata
KH Phnom Penh; Siem Reap
KM Moroni
KP Pyongyang
KR Gwangju; Daegu; Daejeon; Panmunjom
KR Seoul; Busan; Incheon; Songdo; Pyeongchang; PyeongChang; Jeju; Gyeongju
KW Kuwait City; Bayan Palace
KZ Turkistan; Aktobe; Shymkent; Burabay
KZ Astana; Nur-Sultan; Almaty; Aktau; Semipalatinsk
LA Vientiane
LB Beirut; Naqoura
LC Castries
LI Vaduz
LK Colombo
LR Monrovia
LS Maseru
LT Vilnius
LU Luxembourg City
LV Riga
LY Benghazi; Sirte; Sabha
MA Rabat; Marrakech; Marrakesh; Casablanca; Skhirat
MC Monte Carlo
MD Chisinau
ME Podgorica
MG Antananarivo
MK Skopje
ML Bamako; Timbuktu; Mopti; Gao
MM Nay Pyi Taw; Naypyidaw; Yangon; Rangoon
MN Ulaanbaatar; Ulan Bator
MR Nouakchott
MT Valletta
MU Port Louis
MW Lilongwe; Blantyre
MX Mexico City; Cancun; Los Cabos
MY Kuala Lumpur; Putrajaya
MZ Maputo; Beira
NA Windhoek
NE Niamey
NG Kano; Kaduna; Port Harcourt
NG Abuja; Lagos; Maiduguri
NI Managua
NL The Hague; Amsterdam; Den Haag; Rotterdam; Maastricht
NO Oslo; Bergen; Tromso; Bodo; Trondheim; Kirkenes; Stavanger
NP Kathmandu; Lumbini
NZ Auckland; Christchurch
OM Muscat; Salalah
PA Panama City
PE Lima
PG Port Moresby
PH Manila; Tacloban
PK Islamabad; Karachi; Rawalpindi; Lahore
PL Rzeszow; Rzeszów; Wroclaw; Lodz; Sopot
PL Warsaw; Krakow; Katowice; Gdansk; Poznan
PS Ramallah; Gaza City; Bethlehem
PT Porto; Sintra; Braga
PT Lisbon; Cascais; Estoril; Lisboa
PW Koror
PY Asuncion
QA Doha
RO Bucharest; Sibiu; Constanta; Cluj-Napoca
RS Belgrade
RU Moscow; Sochi; St. Petersburg; Saint Petersburg; St Petersburg; Vladivostok; Kazan
RU Yaroslavl; Ufa
RW Kigali
SA Dammam; AlUla; Al Ula; Medina; Makkah; Madinah
SA Riyadh; Jeddah; Mecca; Neom
SB Honiara
SD Khartoum; El Fasher; Port Sudan
SE Stockholm; Harpsund; Uppsala; Backåkra
SI Ljubljana
SK Bratislava
SL Freetown
SN Dakar; Diamniadio
SO Mogadishu; Hargeisa; Garowe
SR Paramaribo
SS Juba; Malakal; Bentiu
SV San Salvador
SY Damascus; Aleppo
SZ Mbabane
TD N'Djamena; Ndjamena
TG Lome
TH Bangkok; Phuket; Chiang Mai; Pattaya
TJ Dushanbe
TL Dili
TM Ashgabat; Avaza
TN Tunis; Carthage
TO Nuku'alofa
TR Izmir; Gaziantep; Konya; Adana; Sanliurfa; Hatay
TR Ankara; Istanbul; Antalya; Bodrum
TT Port of Spain; Port-of-Spain
TZ Dar es Salaam; Dodoma; Arusha; Zanzibar
UA Uzhhorod; Kharkiv; Kherson; Dnipro; Mykolaiv; Zaporizhzhia
UA Kyiv; Kiev; Odesa; Odessa; Lviv; Bucha; Chernobyl
UG Kampala; Entebbe
US New York; Washington; Washington, DC; Washington, D.C.; Washington DC; Washington D.C.; Chicago
US San Francisco; Los Angeles; Boston; Philadelphia; Houston; Miami; Detroit; Camp David
US Sunnylands; Pittsburgh; New York City; United Nations Headquarters; UN Headquarters
US Louisville; Uncasville; Anchorage; San Diego; Dallas; Phoenix
US Minneapolis; New Haven; Santa Monica; Louisville
US Seattle; Denver; Atlanta; Honolulu
UY Montevideo; Punta del Este
UZ Tashkent; Samarkand; Bukhara; Nukus
VA Vatican City
VE Caracas
VN Hue; Hai Phong
VN Hanoi; Ha Noi; Ho Chi Minh City; Da Nang
VU Port Vila
WS Apia
YE Sana'a; Sanaa; Aden; Hudaydah
ZA Pretoria; Johannesburg; Cape Town; Durban; Tshwane
ZM Lusaka
ZW Harare; Victoria Falls
"""


def country_of_city(city: str) -> str:
    """Return the ISO code of the country of a well-known city, "" of any other."""
    name = fold(city)
    return _codes().get(name, "") or cities_abroad(frozenset(_codes().items())).get(name, "")


@cache
def _codes() -> dict[str, str]:
    rows = (line.split(" ", 1) for line in _CITIES.split("\n") if line)
    return {fold(city): code for code, cities in rows for city in cities.split("; ")}
